package clipdesk.newsletters.campaigns;

import clipdesk.common.localisation.Language;
import clipdesk.common.wire.RecordedWire;
import clipdesk.newsletters.WireClients;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
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
    wire.call("start", () -> campaigns.start(CAMPAIGN, TestLetters.SHORT, NOW));
    wire.call("move", () -> campaigns.move(CAMPAIGN, "paused", "editor", NOW));
    wire.call("cancel", () -> campaigns.cancel(started(), NOW));
    wire.call("tested", () -> campaigns.tested("c-1", 1));
    wire.answer("{\"Items\": [{\"pk\": {\"S\": \"OPEN\"}, \"sk\": {\"S\": \"c-1\"}}]}");
    wire.call("open", campaigns::open);
    wire.call("looked", () -> campaigns.looked("c-1", Optional.of("3")));
    wire.call("closed", () -> campaigns.closed("c-1"));

    wire.matches(DynamoCampaigns.class);
  }

  @Test
  void archiveAsksWhatIsCommitted() throws IOException {
    var archive = new DynamoArchive(WireClients.dynamo(), WireClients.CONFIG.table());

    wire.call("page", () -> archive.page(Optional.empty(), Optional.empty(), /* limit= */ 20));
    wire.call(
        "page",
        () ->
            archive.page(
                Optional.of("press"), Optional.of("2026-03-02T12:00:00.000Z#c-2"), /* limit= */ 9));
    wire.answer(
        "{\"Item\": {\"pk\": {\"S\": \"CAMP#c-1\"}, \"name\": {\"S\": \"N\"}, \"topic\": {\"S\":"
            + " \"press\"}, \"state\": {\"S\": \"sent\"}, \"version\": {\"N\": \"1\"},"
            + " \"revision\": {\"N\": \"1\"}, \"testedRevision\": {\"N\": \"1\"}, \"movedAt\":"
            + " {\"S\": \"2026-03-01T12:00:00.000Z\"}, \"startedAt\": {\"S\":"
            + " \"2026-03-01T12:00:00.000Z\"}}}");
    wire.call("find", () -> archive.find("c-1", Language.UK));
    wire.call("list: taken back", () -> archive.list(started(), /* listed= */ false, NOW));
    wire.answer("{\"Items\": [%s, %s, %s]}".formatted(letter("fr"), letter("en"), letter("uk")));
    wire.call("list", () -> archive.list(started(), /* listed= */ true, NOW));

    wire.matches(DynamoArchive.class);
  }

  private static Campaign started() {
    return new Campaign(
        "c-1",
        "March",
        "press",
        "sending",
        /* version= */ 2,
        /* revision= */ 1,
        /* testedRevision= */ 1,
        Optional.of(NOW),
        NOW,
        /* pausedReason= */ Optional.empty(),
        /* keptOutSince= */ Optional.empty());
  }

  private static String letter(String tag) {
    var members = new StringBuilder("{\"sk\": {\"S\": \"LETTER#" + tag + "\"}");
    for (var name : List.of("subject", "topic", "preheader", "body", "text", "html")) {
      members.append(", \"%s\": {\"S\": \"%s %s\"}".formatted(name, name, tag));
    }
    return members + "}";
  }
}
