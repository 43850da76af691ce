package clipdesk.newsletters.campaigns;

import clipdesk.common.wire.RecordedWire;
import clipdesk.newsletters.WireClients;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoCampaignsWireTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Campaign CAMPAIGN = Campaign.draft("c-1", "March", "press", NOW);
  private static final Map<String, String> TEXTS = Map.of("subject", "S", "bodyMarkdown", "B");
  private static final Content CONTENT = new Content(Map.of("en", TEXTS, "fr", TEXTS, "uk", TEXTS));

  @RegisterExtension final RecordedWire wire = new RecordedWire();

  @Test
  void asksWhatIsCommitted() throws IOException {
    var campaigns = new DynamoCampaigns(WireClients.dynamo(), WireClients.CONFIG.table());

    wire.call("create", () -> campaigns.create(CAMPAIGN, CONTENT, "body-hash"));
    wire.call("find", () -> campaigns.find("c-1"));
    wire.call("expect", () -> campaigns.expect("c-1"));
    wire.call("content", () -> campaigns.content("c-1"));
    wire.call("letters", () -> campaigns.letters("c-1"));
    wire.answer("{\"Item\": {\"bodyHash\": {\"S\": \"body-hash\"}}}");
    wire.call("bodyHash", () -> campaigns.bodyHash("c-1"));
    wire.answer(
        "{\"Items\": [{\"pk\": {\"S\": \"CAMPAIGNS\"},"
            + " \"sk\": {\"S\": \"2026-03-01T12:00:00.000Z#c-1\"}}]}");
    wire.call(
        "page", () -> campaigns.page(Optional.of("2026-03-02T12:00:00.000Z#c-2"), /* limit= */ 20));
    wire.call("start", () -> campaigns.start(CAMPAIGN, Letters.of(CONTENT), NOW));
    wire.call("move", () -> campaigns.move(CAMPAIGN, "paused", "editor", NOW));
    wire.call("tested", () -> campaigns.tested("c-1", 1));
    wire.answer("{\"Items\": [{\"pk\": {\"S\": \"OPEN\"}, \"sk\": {\"S\": \"c-1\"}}]}");
    wire.call("open", campaigns::open);
    wire.call("looked", () -> campaigns.looked("c-1", Optional.of("3")));
    wire.call("closed", () -> campaigns.closed("c-1"));

    wire.matches(DynamoCampaigns.class);
  }
}
