package clipdesk.newsletters;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.json.Json;
import clipdesk.newsletters.subscriptions.InMemoryTopics;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A campaign that is to start by itself; it is 2026-02-12, 15:00 in UTC. */
final class ScheduleFunctionTest extends NewsletterCalls {
  private static final String ID = "0".repeat(26);
  private static final Map<String, String> WORDS = Map.of("subject", "S", "bodyMarkdown", "B");
  private static final Map<String, Object> TEXTS = Map.of("fr", WORDS, "en", WORDS, "uk", WORDS);
  private static final String TOMORROW = "2026-02-13T08:00:00+01:00";

  @BeforeEach
  void draftThatWasTried() {
    campaigns.draft(ID, TOPIC, TEXTS, clock.instant());
  }

  private APIGatewayProxyResponseEvent put(String ifMatch, String body) {
    return call(
        editor("PUT", "/v1/editor/campaigns/" + ID + "/state")
            .header("If-Match", ifMatch)
            .json(body));
  }

  private APIGatewayProxyResponseEvent schedule(String ifMatch, String sendAt) {
    return put(ifMatch, "{\"state\":\"scheduled\",\"sendAt\":\"%s\"}".formatted(sendAt));
  }

  private String allowed(APIGatewayProxyResponseEvent answer) {
    return problem(answer) + " " + Json.object(answer.getBody()).get("allowed");
  }

  @Test
  void scheduleIsAnsweredInUtcAndStandsWhereverTheCampaignIsRead() {
    var answer = schedule("\"v1\"", TOMORROW);

    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(answer.getMultiValueHeaders()).containsEntry("ETag", List.of("\"v2\""));
    assertThat(Json.object(answer.getBody()))
        .containsEntry("state", "scheduled")
        .containsEntry("sendAt", "2026-02-13T07:00:00.000Z");
    for (var path : List.of("", "/report")) {
      var read = call(editor("GET", "/v1/editor/campaigns/" + ID + path)).getBody();
      assertThat(Json.object(read)).containsEntry("sendAt", "2026-02-13T07:00:00.000Z");
    }
    var history = call(editor("GET", "/v1/editor/campaigns/" + ID)).getBody();
    assertThat(history).contains("\"act\":\"scheduled\"", "\"by\":\"eve\"");
    assertThat(call(editor("GET", "/v1/editor/campaigns").query("state", "scheduled")).getBody())
        .contains(ID);
  }

  @Test
  void scheduleAskedForTwiceIsTheFirstOnesAnswerAndAnotherTimeIsNot() {
    schedule("\"v1\"", TOMORROW);

    var again = schedule("\"v1\"", "2026-02-13T07:00:00Z");

    assertThat(again.getStatusCode()).isEqualTo(200);
    assertThat(again.getMultiValueHeaders()).containsEntry("ETag", List.of("\"v2\""));
    assertThat(problem(schedule("\"v1\"", "2026-02-14T07:00:00Z")))
        .isEqualTo("412 precondition-failed");
    assertThat(allowed(schedule("\"v2\"", "2026-02-14T07:00:00Z")))
        .isEqualTo("409 illegal-transition [cancelled, draft]");
    clock.pass(Duration.ofHours(15).plusSeconds(3_590));
    assertThat(schedule("\"v1\"", TOMORROW).getStatusCode()).as("seconds before").isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-13T08:00:00, malformed",
    "2026-02-13 08:00:00Z, malformed",
    "2026-02-13, malformed",
    "tomorrow, malformed",
    "2026-02-30T08:00:00Z, malformed",
    "2026-02-12T15:00:59Z, too-near",
    "2026-02-12T16:00:59+01:00, too-near",
    "2025-02-12T15:00:00Z, too-near",
    "2027-02-12T15:00:01Z, too-far",
    "2026-02-12T15:01:00Z, ''",
    "2027-02-12T15:00:00Z, ''"
  })
  void timeHasAnOffsetAndLiesBetweenAMinuteAndAYearAhead(String sendAt, String code) {
    var answer = schedule("\"v1\"", sendAt);

    if (code.isEmpty()) {
      assertThat(answer.getStatusCode()).isEqualTo(200);
    } else {
      assertThat(problem(answer)).isEqualTo("422 validation");
      assertThat(answer.getBody()).contains("\"/sendAt\"", "\"" + code + "\"");
      assertThat(campaigns.find(ID).orElseThrow().is("draft")).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'state':'scheduled'}|missing",
        "{'state':'scheduled','sendAt':7}|wrong-type",
        "{'state':'sending','sendAt':'2026-02-13T07:00:00Z'}|unknown-field",
        "{'state':'draft','sendAt':'2026-02-13T07:00:00Z'}|unknown-field"
      })
  void timeIsOfAScheduleAndOfNothingElse(String body, String code) {
    var answer = put("\"v1\"", body.replace('\'', '"'));

    assertThat(problem(answer)).isEqualTo("422 validation");
    assertThat(answer.getBody()).contains("\"/sendAt\"", "\"" + code + "\"");
  }

  @Test
  void scheduleKeepsTheRulesOfAStart() {
    var wrong = "{\"state\":\"scheduled\",\"sendAt\":\"%s\",\"expectedAudience\":500}";
    var answer = put("\"v1\"", wrong.formatted(TOMORROW));
    assertThat(problem(answer)).isEqualTo("422 validation");
    assertThat(answer.getBody()).contains("/expectedAudience", "audience-changed");

    context.getBean(InMemoryTopics.class).retire(TOPIC);
    clock.pass(Duration.ofSeconds(3));
    assertThat(schedule("\"v1\"", TOMORROW).getBody()).contains("unknown-topic");
  }

  @Test
  void whatNobodyTriedIsNotScheduled() {
    campaigns.untested(ID.replace('0', '1'), TOPIC, TEXTS, clock.instant());
    var answer =
        call(
            editor("PUT", "/v1/editor/campaigns/" + ID.replace('0', '1') + "/state")
                .header("If-Match", "\"v1\"")
                .json("{\"state\":\"scheduled\",\"sendAt\":\"" + TOMORROW + "\"}"));

    assertThat(problem(answer)).isEqualTo("409 illegal-transition");
  }

  @Test
  void scheduledCampaignGoesBackToADraftOrIsCancelledAndIsNotEdited() {
    schedule("\"v1\"", TOMORROW);
    assertThat(allowed(put("\"v2\"", "{\"state\":\"sending\"}")))
        .isEqualTo("409 illegal-transition [cancelled, draft]");
    assertThat(
            problem(
                call(editor("DELETE", "/v1/editor/campaigns/" + ID).header("If-Match", "\"v2\""))))
        .isEqualTo("409 illegal-transition");

    var draft = put("\"v2\"", "{\"state\":\"draft\"}");

    assertThat(draft.getStatusCode()).isEqualTo(200);
    assertThat(Json.object(draft.getBody()))
        .containsEntry("state", "draft")
        .doesNotContainKey("sendAt");
    assertThat(put("\"v2\"", "{\"state\":\"draft\"}").getStatusCode()).as("again").isEqualTo(200);
    assertThat(schedule("\"v3\"", TOMORROW).getStatusCode()).isEqualTo(200);
    assertThat(put("\"v4\"", "{\"state\":\"cancelled\"}").getStatusCode()).isEqualTo(200);
    assertThat(outgoing.plans()).as("there is no row").isEmpty();
  }

  @Test
  void lateOneIsStartedByWhoeverDecidesSo() {
    schedule("\"v1\"", TOMORROW);
    var scheduled = campaigns.find(ID).orElseThrow();
    campaigns.move(scheduled, "paused", "late", clock.instant());
    assertThat(allowed(schedule("\"v3\"", TOMORROW)))
        .isEqualTo("409 illegal-transition [cancelled, sending]");

    var started = put("\"v3\"", "{\"state\":\"sending\",\"expectedAudience\":0}");

    assertThat(started.getStatusCode()).isEqualTo(202);
    assertThat(outgoing.plans()).hasSize(16);
    assertThat(campaigns.letters(ID)).isPresent();
  }
}
