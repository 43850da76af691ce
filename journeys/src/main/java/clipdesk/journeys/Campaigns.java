package clipdesk.journeys;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An editor's desk: write a campaign in three languages, try it, send it, watch it. */
public final class Campaigns {
  private static final Duration TEST_SEND = Duration.ofSeconds(40);
  private static final Duration SENDING = Duration.ofSeconds(150);

  private final Api api;

  public Campaigns(Person editor) {
    this.api = editor.api();
  }

  /** A complete campaign, ready to be created. */
  public static Map<String, Object> complete(String name, String topic) {
    var content = new LinkedHashMap<String, Object>();
    content.put(
        "en", text("This week", "## New\n\n[Press conference](https://clipdesk.example/en/)"));
    content.put(
        "fr", text("Cette semaine", "## Nouveau\n\n[Conférence](https://clipdesk.example/fr/)"));
    content.put(
        "uk", text("Цього тижня", "## Нове\n\n[Пресконференція](https://clipdesk.example/uk/)"));
    return Map.of("name", name, "topic", topic, "content", content);
  }

  public Answer create(Map<String, Object> campaign) {
    return api.with("Idempotency-Key", Person.unique("campaign"))
        .post("/v1/editor/campaigns", campaign);
  }

  /** Sends all three languages to the editor and waits until SES has taken them. */
  public void test(String campaignId) {
    api.with("Idempotency-Key", Person.unique("test-send"))
        .post(path(campaignId) + "/test-sends", Map.of("languages", List.of("fr", "en", "uk")))
        .expect(202);
    Eventually.within(
        TEST_SEND,
        "the test sends of campaign " + campaignId,
        () -> {
          var campaign = read(campaignId);
          boolean tested = campaign.text("testedRevision").equals(campaign.text("revision"));
          return tested ? Optional.of(campaign) : Optional.empty();
        });
  }

  public Answer move(String campaignId, String state) {
    return move(campaignId, Map.of("state", state));
  }

  /** With what else the move says. */
  public Answer move(String campaignId, Map<String, ?> wish) {
    return ifStill(read(campaignId)).put(path(campaignId) + "/state", wish);
  }

  public Answer read(String campaignId) {
    return api.get(path(campaignId)).expect(200);
  }

  /** The final report of a campaign, waiting until every row is closed. */
  public Answer awaitSent(String campaignId) {
    return Eventually.within(
        SENDING,
        "campaign " + campaignId + " sent",
        () ->
            Optional.of(api.get(path(campaignId) + "/report").expect(200))
                .filter(report -> report.text("state").equals("sent")));
  }

  /** If it still is as it was read. */
  public Answer move(String campaignId, Answer from, String state) {
    return ifStill(from).put(path(campaignId) + "/state", Map.of("state", state));
  }

  /** A caller who changes one of them only if it still is as it was read. */
  public Api ifStill(Answer read) {
    return api.with("If-Match", read.header("ETag").orElseThrow());
  }

  /** The list of its recipients in a state, a line for each below its header. */
  public List<String> csv(String campaignId, String state) {
    return api.with("Accept", "text/csv")
        .get(path(campaignId) + "/recipients.csv?state=" + state)
        .expect(200)
        .text()
        .lines()
        .toList();
  }

  /** Where one of them stands. */
  public String path(String campaignId) {
    return "/v1/editor/campaigns/" + campaignId;
  }

  private static Map<String, String> text(String subject, String markdown) {
    return Map.of("subject", subject, "preheader", "Clipdesk", "bodyMarkdown", markdown);
  }
}
