package clipdesk.newsletters.deliveries;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.wire.RecordedWire;
import clipdesk.newsletters.WireClients;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoDeliveriesWireTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final EmailAddress EMAIL = new EmailAddress("ada@press.example");
  private static final DeliveryId ID = new DeliveryId("c-1", "s-1");
  private static final String ROW =
      "{\"pk\": {\"S\": \"LEDGER#c-1#5\"}, \"sk\": {\"S\": \"SUB#s-1\"},"
          + " \"state\": {\"S\": \"PENDING\"}}";

  @RegisterExtension final RecordedWire wire = new RecordedWire();

  @Test
  void ledgerIsAskedAsCommitted() throws IOException {
    var deliveries = new DynamoDeliveries(WireClients.dynamo(), WireClients.CONFIG.table());

    wire.call("plan", () -> deliveries.plan(ID, NOW));
    wire.call("read", () -> deliveries.read("c-1", List.of("s-1", "s-2")));
    wire.call("glimpse", () -> deliveries.glimpse(ID));
    wire.call("of", () -> deliveries.of("s-1", List.of("c-2", "c-1")));
    wire.call("claim", () -> deliveries.claim(ID, "press", EMAIL, "claim-1", NOW));
    wire.call("accepted", () -> deliveries.accepted(ID, "claim-1", "m-1"));
    wire.call("release", () -> deliveries.release(ID, "claim-1", "throttled"));
    wire.call("fail", () -> deliveries.fail(ID, "claim-1", "rejected"));
    wire.call("skip", () -> deliveries.skip(ID, "unsubscribed"));
    wire.call("giveUp", () -> deliveries.giveUp(ID, "render"));
    wire.answer("{\"Attributes\": {\"tries\": {\"N\": \"1\"}}}");
    wire.call("tried", () -> deliveries.tried(ID));
    wire.matches(DynamoDeliveries.class);
  }

  @Test
  void openRowsAreAskedForAsCommitted() throws IOException {
    var deliveries = new DynamoOpenDeliveries(WireClients.dynamo(), WireClients.CONFIG.table());

    wire.call("park", () -> deliveries.park(ID, "claim-1"));
    wire.call("requeued", () -> deliveries.requeued(ID));
    wire.answer("{\"Items\": [" + ROW + "]}");
    wire.call(
        "open",
        () ->
            deliveries.open(
                "c-1", "5", Optional.of("2026-03-01T11:00:00.000Z s-0"), /* limit= */ 100));
    wire.call("counts", () -> deliveries.counts("c-1", "5"));

    wire.call("all", () -> deliveries.all("c-1", "5", Optional.of("s-0"), /* limit= */ 500));
    wire.call(
        "passedOver",
        () ->
            deliveries.passedOver(
                new PassedOver("c-1", DeliveryState.FAILED, Optional.empty()),
                "5",
                Optional.empty(),
                /* limit= */ 500));
    wire.call(
        "passedOver: for a reason",
        () ->
            deliveries.passedOver(
                new PassedOver("c-1", DeliveryState.SKIPPED, Optional.of("suppressed")),
                "5",
                Optional.of("s-0"),
                /* limit= */ 500));
    wire.call("parked", () -> deliveries.parked("c-1", Optional.of("s-0"), /* limit= */ 100));
    wire.answer("{\"Count\": 2}");
    wire.call("parked: how many", () -> deliveries.parked("c-1"));

    wire.matches(DynamoOpenDeliveries.class);
  }

  @Test
  void changesAreAskedForAsCommitted() throws IOException {
    var changes = new DynamoDeliveryChanges(WireClients.dynamo(), WireClients.CONFIG.table());
    var claim = new Delivery.Claim("claim-1", NOW);
    var claimed = row(DeliveryState.CLAIMED, Optional.of(claim), Known.nothing());
    var word = new Word(Word.Kind.SEND, "claim-1", "m-1", NOW);
    var sent = Hearing.of(claimed, word).then();
    var counted = sent.knowing(sent.known().inTallies());
    var delivered = new Word(Word.Kind.DELIVERY, "claim-1", "m-1", NOW);
    var parked = row(DeliveryState.PARKED, Optional.of(claim), Known.nothing());
    var decision = new Decision(Decision.Choice.RESEND, "editor-1", NOW);

    wire.call("replace", () -> changes.replace(claimed, sent));
    wire.call(
        "replace: counted", () -> changes.replace(counted, Hearing.of(counted, delivered).then()));
    wire.call(
        "replace: parked",
        () -> changes.replace(parked, parked.free(parked.known().decided(decision))));
    wire.call("count", () -> changes.count(List.of(sent)));
    wire.call("duplicate", () -> changes.duplicate(ID, "m-2", NOW));

    wire.matches(DynamoDeliveryChanges.class);
  }

  private static Delivery row(DeliveryState state, Optional<Delivery.Claim> claim, Known known) {
    return new Delivery(ID, state, claim, Optional.of(NOW), 0, known);
  }

  @Test
  void countsAreAskedForAsCommitted() throws IOException {
    var counts = new DynamoCampaignCounts(WireClients.dynamo(), WireClients.CONFIG.table());
    var judged = new Tally(Map.of("sent", 500L));

    wire.call("tallies", () -> counts.tallies("c-1"));
    wire.call("evidence", () -> counts.evidence("c-1", NOW));
    wire.call("duplicates", () -> counts.duplicates("c-1"));
    wire.call("pulse", () -> counts.pulse("c-1"));
    wire.call("addDone", () -> counts.addDone("c-1", 25));
    wire.answer("{\"Item\": {\"done\": {\"N\": \"25\"}}}");
    wire.call("done", () -> counts.done("c-1"));
    wire.call(
        "beat",
        () ->
            counts.beat(
                "c-1", new CampaignCounts.Pulse(NOW, 10, 2, 14, 50, Set.of("b", "a"), judged)));

    wire.matches(DynamoCampaignCounts.class);
  }

  @Test
  void planningIsAskedAsCommitted() throws IOException {
    var planning = new DynamoPlanning(WireClients.dynamo(), WireClients.CONFIG.table());
    var begun = Planning.Segment.begun("5");

    wire.call("segments", () -> planning.segments("c-1"));
    wire.call("segment", () -> planning.segment("c-1", "5"));
    wire.call("moveOn", () -> planning.moveOn("c-1", begun, begun.upTo("s-1", 3)));
    wire.call(
        "moveOn: at the end", () -> planning.moveOn("c-1", begun.upTo("s-1", 3), begun.planned(7)));
    wire.call(
        "audience",
        () -> planning.audience("press", "5", Optional.of("s-0"), /* limit= */ 500, NOW));

    wire.call("subscribed", () -> planning.subscribed("press", List.of("s-1", "s-2"), NOW));

    wire.matches(DynamoPlanning.class);
  }
}
