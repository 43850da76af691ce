package clipdesk.newsletters.deliveries;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.wire.RecordedWire;
import clipdesk.newsletters.WireClients;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
    wire.call("claim", () -> deliveries.claim(ID, "press", EMAIL, "claim-1", NOW));
    wire.call("accepted", () -> deliveries.accepted(ID, "claim-1", "m-1"));
    wire.call("release", () -> deliveries.release(ID, "claim-1", "throttled"));
    wire.call("fail", () -> deliveries.fail(ID, "claim-1", "rejected"));
    wire.call("skip", () -> deliveries.skip(ID, "unsubscribed"));
    wire.call("giveUp", () -> deliveries.giveUp(ID, "render"));
    wire.call("sentByEvent", () -> deliveries.sentByEvent(ID, "m-1"));
    wire.call("park", () -> deliveries.park(ID, "claim-1"));
    wire.call("requeued", () -> deliveries.requeued(ID));
    wire.answer("{\"Attributes\": {\"tries\": {\"N\": \"1\"}}}");
    wire.call("tried", () -> deliveries.tried(ID));
    wire.answer("{\"Items\": [" + ROW + "]}");
    wire.call(
        "open",
        () ->
            deliveries.open(
                "c-1", "5", Optional.of("2026-03-01T11:00:00.000Z s-0"), /* limit= */ 100));
    wire.call("counts", () -> deliveries.counts("c-1", "5"));

    wire.matches(DynamoDeliveries.class);
  }

  @Test
  void planningIsAskedAsCommitted() throws IOException {
    var planning = new DynamoPlanning(WireClients.dynamo(), WireClients.CONFIG.table());
    var begun = Planning.Segment.begun("5");

    wire.call("segments", () -> planning.segments("c-1"));
    wire.call("segment", () -> planning.segment("c-1", "5"));
    wire.call("moveOn", () -> planning.moveOn("c-1", begun, begun.upTo("s-1")));
    wire.call(
        "moveOn: at the end", () -> planning.moveOn("c-1", begun.upTo("s-1"), begun.planned(7)));
    wire.call(
        "audience",
        () -> planning.audience("press", "5", Optional.of("s-0"), /* limit= */ 500, NOW));

    wire.matches(DynamoPlanning.class);
  }
}
