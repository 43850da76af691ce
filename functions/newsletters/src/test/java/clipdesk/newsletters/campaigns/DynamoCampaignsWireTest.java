package clipdesk.newsletters.campaigns;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import clipdesk.common.wire.RecordedWire;
import clipdesk.newsletters.WireClients;
import clipdesk.newsletters.deliveries.DeliveryState;
import clipdesk.newsletters.deliveries.PassedOver;
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

    wire.call("create", () -> campaigns.create(CAMPAIGN, CONTENT, "body-hash", "eve"));
    var whom = Optional.of(new PassedOver("c-0", DeliveryState.SKIPPED, Optional.of("suppressed")));
    wire.call(
        "create: for some",
        () -> campaigns.create(CAMPAIGN.onlyFor(whom, NOW), CONTENT, "body-hash", "eve"));
    var edited = CAMPAIGN.edited("April", "press");
    wire.call(
        "edit", () -> campaigns.edit(CAMPAIGN, edited, CONTENT, List.of("/name"), "eve", NOW));
    wire.call(
        "edit: for some",
        () ->
            campaigns.edit(
                CAMPAIGN, edited.onlyFor(whom, NOW), CONTENT, List.of("/audience"), "eve", NOW));
    wire.call("delete", () -> campaigns.delete(CAMPAIGN, "eve", NOW));
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
    wire.call("schedule", () -> campaigns.schedule(CAMPAIGN, NOW.plusSeconds(60), "eve", NOW));
    wire.call("unschedule", () -> campaigns.unschedule(CAMPAIGN, "eve", NOW));
    wire.call(
        "start: by the tick",
        () -> campaigns.start(CAMPAIGN, TestLetters.SHORT, Change.SYSTEM, NOW));
    wire.call("start", () -> campaigns.start(CAMPAIGN, TestLetters.SHORT, "eve", NOW));
    wire.call("move", () -> campaigns.move(CAMPAIGN, "paused", "editor", "eve", NOW));
    wire.call("cancel", () -> campaigns.cancel(started(), "eve", NOW));
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
    wire.call("list: taken back", () -> archive.list(started(), /* listed= */ false, "eve", NOW));
    wire.answer("{\"Items\": [%s, %s, %s]}".formatted(letter("fr"), letter("en"), letter("uk")));
    wire.call("list", () -> archive.list(started(), /* listed= */ true, "eve", NOW));

    wire.matches(DynamoArchive.class);
  }

  @Test
  void historyAsksWhatIsCommitted() throws IOException {
    var history = new DynamoCampaignHistory(WireClients.dynamo(), WireClients.CONFIG.table());

    wire.call("newest", () -> history.newest("c-1", /* limit= */ 100));

    wire.matches(DynamoCampaignHistory.class);
  }

  @Test
  void addressesOfEditorsAreAskedForAsCommitted() throws IOException {
    var addresses = new DynamoEditorAddresses(WireClients.dynamo(), WireClients.CONFIG.table());
    var eve = new EmailAddress("eve@press.example");

    wire.call("note", () -> addresses.note("eve", eve, Language.UK, NOW));
    wire.call("find", () -> addresses.find("eve"));
    wire.call("move", () -> addresses.move("eve", eve));
    wire.call("forget", () -> addresses.forget("eve"));

    wire.matches(DynamoEditorAddresses.class);
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
        /* sendAt= */ Optional.empty(),
        Optional.of(NOW),
        NOW,
        /* pausedReason= */ Optional.empty(),
        /* keptOutSince= */ Optional.empty(),
        /* startedBy= */ Optional.of("eve"),
        /* passedOver= */ Optional.empty());
  }

  private static String letter(String tag) {
    var members = new StringBuilder("{\"sk\": {\"S\": \"LETTER#" + tag + "\"}");
    for (var name : List.of("subject", "topic", "preheader", "body", "text", "html")) {
      members.append(", \"%s\": {\"S\": \"%s %s\"}".formatted(name, name, tag));
    }
    return members + "}";
  }
}
