package clipdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An editor's day: from the first words of a campaign to what is left of it in the archive. */
final class EditorDayJourneyIT {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final Duration SENDING = Duration.ofSeconds(150);

  private final Stack stack = Stack.deployed();
  private final Api anonymous = Api.of(stack);
  private final Api browser = anonymous.with("Accept", "text/html,*/*;q=0.8");
  private final Person editor = Editors.join(stack, "en");
  private final Campaigns desk = new Campaigns(editor);
  private final NewslettersTick tick = new NewslettersTick(stack);
  private final Lists lists = new Lists(stack, editor);
  private final String topic = Person.unique("day");
  private final String ada = topic + "-ada@outlet.example";

  @Test
  void campaignGoesFromItsFirstWordsIntoTheArchive() {
    lists.topic(topic);
    lists.apply(
        lists.check(
            topic,
            Lists.HEADER + Lists.line(ada, "uk") + Lists.line(topic + "-bob@outlet.example", "fr"),
            PATIENCE),
        PATIENCE);
    var id = written();
    previewed(id);
    checked(id);
    scheduledAndTakenBack(id);
    sent(id);
    counted(id);
    keptOutOfTheArchiveAndBack(id);
  }

  private String written() {
    var draft = desk.create(Campaigns.complete("Week 10", topic)).expect(201);
    var id = draft.text("campaignId");
    var renamed = desk.ifStill(draft).patch(desk.path(id), Map.of("name", "Week 11")).expect(200);
    assertThat(renamed.text("revision")).isEqualTo("2");
    assertThat(desk.ifStill(draft).patch(desk.path(id), Map.of("name", "Week 12")).status())
        .as("of what was read before")
        .isEqualTo(412);
    assertThat(desk.read(id).objects("history"))
        .extracting(it -> it.get("act"))
        .containsExactly("edited", "created");

    var copy =
        editor
            .api()
            .with("Idempotency-Key", Person.unique("duplicate"))
            .post(desk.path(id) + "/duplicate", Map.of())
            .expect(201);
    assertThat(copy.text("name")).isEqualTo("Week 11");
    var drafts = editor.api().get("/v1/editor/campaigns?state=draft&limit=2").expect(200);
    assertThat(drafts.objects("items"))
        .extracting(it -> it.get("campaignId"))
        .containsExactly(copy.text("campaignId"), id);
    desk.ifStill(copy).delete(desk.path(copy.text("campaignId"))).expect(204);
    return id;
  }

  private void previewed(String id) {
    var link = previewLink(id);
    assertThat(browser.get(link + "?lang=uk").expect(200).text())
        .contains("<h1", "Цього тижня")
        .doesNotContain("/v1/u/", "<script");
    assertThat(browser.get(link + "?lang=fr&part=text").expect(200).text())
        .contains("Cette semaine")
        .doesNotContain("<");

    var content = Map.of("en", Map.of("bodyMarkdown", "## New\n\nNothing to follow"));
    desk.ifStill(desk.read(id)).patch(desk.path(id), Map.of("content", content)).expect(200);

    assertThat(browser.get(link + "?lang=uk").expect(410).problem()).contains("link-expired");
    assertThat(browser.get(previewLink(id) + "?lang=en").expect(200).text())
        .contains("Nothing to follow");
  }

  private String previewLink(String id) {
    return editor
        .api()
        .with("Idempotency-Key", Person.unique("preview"))
        .post(desk.path(id) + "/preview-links", Map.of())
        .expect(201)
        .text("href");
  }

  /** For whom it is, what may have been forgotten, and how it arrives. */
  private void checked(String id) {
    var preview = editor.api().get(desk.path(id) + "/preview?lang=en").expect(200);
    assertThat(preview.objects("warnings"))
        .extracting(it -> it.get("code"))
        .containsExactly("no-link");
    assertThat(preview.json()).extractingByKey("bytes", MAP).containsOnlyKeys("fr", "en", "uk");
    var audience = editor.api().get(desk.path(id) + "/audience").expect(200);
    assertThat(audience.json())
        .containsEntry("total", 2)
        .containsEntry("byLanguage", Map.of("fr", 1, "en", 0, "uk", 1))
        .containsEntry("suppressed", 0);

    assertThat(desk.move(id, "sending").expect(409).problem()).contains("illegal-transition");
    desk.test(id);
    var test = editor.mailbox().next("a test", it -> it.subject().startsWith("[TEST] "));
    var leave = test.header("List-Unsubscribe").orElseThrow().replaceAll("^<|>.*", "");
    assertThat(browser.get(leave).expect(200).text()).contains("<form");
    assertThat(desk.move(id, Map.of("state", "sending", "expectedAudience", 3)).expect(422).text())
        .contains("audience-changed");
  }

  private void scheduledAndTakenBack(String id) {
    assertThat(
            desk.move(id, Map.of("state", "scheduled", "sendAt", "2030-01-01T08:00:00")).status())
        .as("whose eight o'clock")
        .isEqualTo(422);
    var sendAt = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS).toString();
    var scheduled =
        desk.move(id, Map.of("state", "scheduled", "sendAt", sendAt, "expectedAudience", 2))
            .expect(200);
    assertThat(Instant.parse(scheduled.text("sendAt"))).isEqualTo(Instant.parse(sendAt));

    assertThat(desk.move(id, "draft").expect(200).json()).doesNotContainKey("sendAt");
  }

  private void sent(String id) {
    desk.move(id, Map.of("state", "sending", "expectedAudience", 2)).expect(202);
    var mailbox = new Mailbox(stack, ada);
    var newsletter =
        Eventually.within(
            SENDING, "the newsletter of " + id, () -> mailbox.all().stream().findFirst());
    assertThat(newsletter.subject()).isEqualTo("Цього тижня");
    Eventually.within(
        SENDING,
        "the word of its end to who started " + id,
        () -> {
          assertThat(tick.run()).isEmpty();
          return editor.mailbox().all().stream()
              .filter(it -> it.subject().equals("Sent: Week 11"))
              .findFirst();
        });
    assertThat(desk.read(id).text("state")).isEqualTo("sent");
  }

  private void counted(String id) {
    var report = editor.api().get(desk.path(id) + "/report").expect(200);
    assertThat(report.json())
        .containsEntry("planned", 2)
        .containsEntry("done", 2)
        .containsEntry("duplicates", List.of())
        .containsEntry("unsubscribedFromThis", 0)
        .extractingByKey("exact", MAP)
        .containsEntry("sent", 2);
    assertThat(desk.csv(id, "sent")).hasSize(3).noneMatch(it -> it.contains("@"));
    assertThat(desk.csv(id, "failed")).as("its header").hasSize(1);
  }

  private void keptOutOfTheArchiveAndBack(String id) {
    var page = "/v1/newsletters/" + id + "?lang=uk";
    var feed = "/v1/newsletters/feed.atom?lang=uk&topic=" + topic;
    assertThat(browser.get(page).expect(200).text()).contains("<h1>Цього тижня</h1>");
    assertThat(anonymous.get(feed).expect(200).text()).contains(id);

    list(id, false);
    assertThat(anonymous.get(page).status()).isEqualTo(410);
    assertThat(browser.get(page).expect(410).text()).contains("<h1>");
    assertThat(anonymous.get(feed).expect(200).text()).doesNotContain(id);

    list(id, true);
    var again = anonymous.get(page).expect(200);
    assertThat(again.text("subject")).isEqualTo("Цього тижня");
    anonymous.with("If-None-Match", again.header("ETag").orElseThrow()).get(page).expect(304);
  }

  private void list(String id, boolean listed) {
    desk.ifStill(desk.read(id))
        .put(desk.path(id) + "/archive", Map.of("listed", listed))
        .expect(200);
  }
}
