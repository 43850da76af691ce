package clipdesk.newsletters.campaigns;

import clipdesk.common.wire.RecordedWire;
import clipdesk.newsletters.WireClients;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoDeliveriesWireTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @RegisterExtension final RecordedWire wire = new RecordedWire();

  @Test
  void asksWhatIsCommitted() throws IOException {
    var deliveries = new DynamoDeliveries(WireClients.dynamo(), WireClients.CONFIG.table());

    wire.call("plan", () -> deliveries.plan("c-1", "0", "s-1", NOW));
    wire.call("claim", () -> deliveries.claim("c-1", "0", "s-1", "claim-1", NOW));
    wire.call("sent", () -> deliveries.sent("c-1", "0", "s-1", "claim-1", "m-1"));
    wire.call("sentByEvent", () -> deliveries.sentByEvent("c-1", "0", "s-1", "m-1"));
    wire.call("close", () -> deliveries.close("c-1", "0", "s-1", "CLAIMED", "FAILED", "rejected"));

    wire.answer(
        "{\"Items\": [{\"pk\": {\"S\": \"LEDGER#c-1#0\"}, \"sk\": {\"S\": \"SUB#s-1\"},"
            + " \"state\": {\"S\": \"CLAIMED\"}, \"claimId\": {\"S\": \"claim-1\"},"
            + " \"claimedAt\": {\"S\": \"2026-02-01T00:00:00Z\"}}]}");
    wire.call("park", () -> deliveries.park("c-1", NOW));
    wire.call("counts", () -> deliveries.counts("c-1"));

    wire.matches(DynamoDeliveries.class);
  }
}
