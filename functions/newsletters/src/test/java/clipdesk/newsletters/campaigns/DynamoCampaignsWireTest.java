package clipdesk.newsletters.campaigns;

import clipdesk.common.wire.RecordedWire;
import clipdesk.newsletters.WireClients;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoCampaignsWireTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Campaign CAMPAIGN =
      new Campaign("c-1", "March", "press", "sending", 1, 1, 0, Map.of());

  @RegisterExtension final RecordedWire wire = new RecordedWire();

  @Test
  void asksWhatIsCommitted() throws IOException {
    var campaigns = new DynamoCampaigns(WireClients.dynamo(), WireClients.CONFIG.table());

    wire.call("create", () -> campaigns.create(CAMPAIGN, "body-hash"));
    wire.call("find", () -> campaigns.find("c-1"));
    wire.call("expect", () -> campaigns.expect("c-1"));
    wire.answer("{\"Item\": {\"bodyHash\": {\"S\": \"body-hash\"}}}");
    wire.call("bodyHash", () -> campaigns.bodyHash("c-1"));
    wire.call("all", campaigns::all);
    wire.call("move", () -> campaigns.move(CAMPAIGN, "sent", NOW));
    wire.call("tested", () -> campaigns.tested("c-1", 1));
    wire.call("planned", () -> campaigns.planned("c-1", "0", 2));
    wire.call("plannedBuckets", () -> campaigns.plannedBuckets("c-1"));
    wire.call("audience", () -> campaigns.audience("press", "0", NOW));
    wire.call("plan", () -> campaigns.plan("c-1", "0", "s-1", NOW));
    wire.call("claim", () -> campaigns.claim("c-1", "0", "s-1", "claim-1", NOW));
    wire.call("sent", () -> campaigns.sent("c-1", "0", "s-1", "claim-1", "m-1"));
    wire.call("sentByEvent", () -> campaigns.sentByEvent("c-1", "0", "s-1", "m-1"));
    wire.call("close", () -> campaigns.close("c-1", "0", "s-1", "CLAIMED", "FAILED", "rejected"));

    wire.answer(
        "{\"Items\": [{\"pk\": {\"S\": \"LEDGER#c-1#0\"}, \"sk\": {\"S\": \"SUB#s-1\"},"
            + " \"state\": {\"S\": \"CLAIMED\"}, \"claimId\": {\"S\": \"claim-1\"},"
            + " \"claimedAt\": {\"S\": \"2026-02-01T00:00:00Z\"}}]}");
    wire.call("park", () -> campaigns.park("c-1", NOW));
    wire.call("counts", () -> campaigns.counts("c-1"));

    wire.matches(DynamoCampaigns.class);
  }
}
