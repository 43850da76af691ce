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

    wire.matches(DynamoCampaigns.class);
  }
}
