package clipdesk.newsletters;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.GatewayCalls;
import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.json.Json;
import clipdesk.common.localisation.Language;
import clipdesk.newsletters.subscriptions.Consent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an editor needs around a draft: copies, lists, and for how many it is. */
final class DraftFunctionTest extends NewsletterCalls {
  private static final String ID = "0".repeat(26);
  private static final String KEY = "0123456789abcdef";
  private static final Map<String, String> WORDS = Map.of("subject", "S", "bodyMarkdown", "B");
  private static final Map<String, Object> TEXTS = Map.of("fr", WORDS, "en", WORDS, "uk", WORDS);

  @Test
  void copyIsADraftWithTheSameTextsThatNobodyHasTried() {
    campaigns.started(ID, TOPIC, TEXTS, clock.instant());

    var made = duplicate(ID, KEY);

    assertThat(made.getStatusCode()).as(made.getBody()).isEqualTo(201);
    assertThat(made.getMultiValueHeaders()).containsEntry("ETag", List.of("\"v1\""));
    var copy = Json.object(made.getBody());
    assertThat(copy)
        .containsEntry("state", "draft")
        .containsEntry("testedRevision", 0)
        .containsEntry("topic", TOPIC);
    var id = (String) copy.get("campaignId");
    assertThat(id).isNotEqualTo(ID);
    assertThat(campaigns.content(id)).isEqualTo(campaigns.content(ID));
    assertThat(campaigns.find(ID).orElseThrow().state()).isEqualTo("sending");
  }

  @Test
  void copyAskedForAgainIsTheSameCopy() {
    campaigns.draft(ID, TOPIC, TEXTS, clock.instant());
    campaigns.draft("1".repeat(26), TOPIC, TEXTS, clock.instant());
    var first = duplicate(ID, KEY);

    var again = duplicate(ID, KEY);

    assertThat(again.getStatusCode()).isEqualTo(201);
    assertThat(again.getBody()).isEqualTo(first.getBody());
    assertThat(again.getMultiValueHeaders()).containsEntry("Idempotency-Replayed", List.of("true"));
    assertThat(problem(duplicate("1".repeat(26), KEY))).isEqualTo("422 idempotency-key-reused");
  }

  @Test
  void campaignsOfOneStateComeInPages() {
    for (int made = 1; made <= 5; made++) {
      var id = String.valueOf(made).repeat(26);
      if (made % 2 == 0) {
        campaigns.draft(id, TOPIC, TEXTS, clock.instant());
      } else {
        campaigns.started(id, TOPIC, TEXTS, clock.instant());
      }
    }

    assertThat(listed("sending", "2"))
        .containsExactly("5".repeat(26), "3".repeat(26), "1".repeat(26));
    assertThat(listed("draft", "1")).containsExactly("4".repeat(26), "2".repeat(26));
    assertThat(listed("cancelled", "2")).isEmpty();
    var wrong = editor("GET", "/v1/editor/campaigns").query("state", "gone");
    assertThat(problem(call(wrong))).isEqualTo("422 validation");
    var drafts = editor("GET", "/v1/editor/campaigns").query("limit", "1").query("state", "draft");
    var cursor = (String) Json.object(call(drafts).getBody()).get("nextCursor");
    assertThat(problem(call(editor("GET", "/v1/editor/campaigns").query("cursor", cursor))))
        .as("a cursor of another list")
        .isEqualTo("400 bad-request");
  }

  private List<String> listed(String state, String limit) {
    var ids = new ArrayList<String>();
    var list = editor("GET", "/v1/editor/campaigns").query("state", state).query("limit", limit);
    Optional<String> cursor = Optional.empty();
    do {
      var body =
          Json.object(call(cursor.map(it -> list.query("cursor", it)).orElse(list)).getBody());
      ((List<?>) body.get("items"))
          .forEach(it -> ids.add((String) ((Map<?, ?>) it).get("campaignId")));
      cursor = Optional.ofNullable((String) body.get("nextCursor"));
    } while (cursor.isPresent());
    return ids;
  }

  @Test
  void editorIsToldWhatMayHaveBeenForgotten() {
    campaigns.untested(
        ID,
        TOPIC,
        Map.of(
            "fr", Map.of("subject", "Une", "bodyMarkdown", "[Lien](https://clipdesk.example/)"),
            "en", Map.of("subject", "One", "bodyMarkdown", "No link: https://clipdesk.example/"),
            "uk", Map.of("subject", "One ", "bodyMarkdown", "<https://clipdesk.example/>")),
        clock.instant());
    campaigns.untested("1".repeat(26), TOPIC, TEXTS, clock.instant());

    assertThat(warnings(ID)).containsExactlyInAnyOrder("no-link [en]", "same-subject [en, uk]");
    assertThat(warnings("1".repeat(26)))
        .contains("no-link [fr]", "no-link [uk]", "same-text [fr, en]", "same-text [en, uk]")
        .hasSize(9);
  }

  @Test
  void editorIsToldHowNearTheBoundAMailIs() {
    double line = (size("4".repeat(26), 200) - size("5".repeat(26), 100)) / 100.0;
    int lines = (int) ((90_000 - size("6".repeat(26), 1)) / line);
    assertThat(size("2".repeat(26), lines - 20)).isLessThan(90_000);
    assertThat(size("3".repeat(26), lines + 20)).isGreaterThan(90_000);

    assertThat(warnings("2".repeat(26))).doesNotContain("nearly-too-long [en]");
    assertThat(warnings("3".repeat(26)))
        .contains("nearly-too-long [en]")
        .doesNotContain("nearly-too-long [fr]");
  }

  /** Of the English mail of a draft with so many lines. */
  private int size(String id, int lines) {
    var texts = new HashMap<>(TEXTS);
    texts.put("en", Map.of("subject", "S", "bodyMarkdown", ("x".repeat(60) + "\n").repeat(lines)));
    campaigns.untested(id, TOPIC, texts, clock.instant());
    var answer = call(editor("GET", "/v1/editor/campaigns/" + id + "/preview"));
    var preview = Json.object(answer.getBody());
    assertThat(preview).containsEntry("mostBytes", 100_000);
    return (int) ((Map<?, ?>) preview.get("bytes")).get("en");
  }

  private List<String> warnings(String id) {
    var answer = call(editor("GET", "/v1/editor/campaigns/" + id + "/preview"));
    return ((List<?>) Json.object(answer.getBody()).get("warnings"))
        .stream()
            .map(it -> (Map<?, ?>) it)
            .map(it -> it.get("code") + " " + it.get("languages"))
            .toList();
  }

  @Test
  void previewOfAnUnknownLanguageIsRefused() {
    campaigns.untested(ID, TOPIC, TEXTS, clock.instant());
    var preview = "/v1/editor/campaigns/" + ID + "/preview";

    for (var known : List.of("fr", "en", "uk")) {
      assertThat(call(editor("GET", preview).query("lang", known)).getStatusCode()).isEqualTo(200);
    }
    var refused = call(editor("GET", preview).query("lang", "de"));
    assertThat(problem(refused)).isEqualTo("422 validation");
    assertThat(refused.getBody()).contains("query:lang");
  }

  @Test
  void audienceIsCountedByLanguage() {
    campaigns.draft(ID, TOPIC, TEXTS, clock.instant());
    subscribed("a", Language.FR);
    subscribed("b", Language.FR);
    subscribed("c", Language.UK);

    var audience = Json.object(call(editor("GET", path("/audience"))).getBody());

    assertThat(audience)
        .isEqualTo(
            Map.of("total", 3, "byLanguage", Map.of("fr", 2, "en", 0, "uk", 1), "suppressed", 0));
  }

  /** Of 20: one more or less is 5 %. */
  @ParameterizedTest
  @CsvSource({"20, 202", "19, 422", "21, 202", "18, 422", "22, 422", "0, 422"})
  void startForOthersThanExpectedIsRefused(long expected, int status) {
    campaigns.draft(ID, TOPIC, TEXTS, clock.instant());
    for (int one = 0; one < 20; one++) {
      subscribed("reader" + one, Language.FR);
    }

    var answer = start("{\"state\":\"sending\",\"expectedAudience\":%d}".formatted(expected));

    assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(status);
    if (status == 422) {
      assertThat(answer.getBody()).contains("/expectedAudience", "audience-changed", "20 now");
      assertThat(campaigns.find(ID).orElseThrow().state()).isEqualTo("draft");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"state\":\"sending\",\"expectedAudience\":-1}",
        "{\"state\":\"sending\",\"expectedAudience\":\"20\"}",
        "{\"state\":\"sending\",\"expectedAudience\":1.5}",
        "{\"state\":\"cancelled\",\"expectedAudience\":0}"
      })
  void expectationThatIsNoneIsRefused(String body) {
    campaigns.draft(ID, TOPIC, TEXTS, clock.instant());

    assertThat(problem(start(body))).isEqualTo("422 validation");
  }

  @Test
  void nobodyButEditorsMayCopyOrCount() {
    campaigns.draft(ID, TOPIC, TEXTS, clock.instant());
    for (var call :
        List.of(
            GatewayCalls.call("GET", path("/audience")),
            GatewayCalls.call("POST", path("/duplicate")).json("{}"))) {
      assertThat(problem(call(call.signedIn("ada")))).isEqualTo("403 forbidden");
    }
    assertThat(problem(duplicate("2".repeat(26), KEY))).isEqualTo("404 not-found");
  }

  private APIGatewayProxyResponseEvent start(String body) {
    return call(editor("PUT", path("/state")).header("If-Match", "\"v1\"").json(body));
  }

  private APIGatewayProxyResponseEvent duplicate(String id, String key) {
    return call(
        editor("POST", "/v1/editor/campaigns/" + id + "/duplicate")
            .header("Idempotency-Key", key)
            .json("{}"));
  }

  private void subscribed(String name, Language language) {
    var who =
        subscribers.ofAddress(new EmailAddress(name + "@press.example"), language, clock.instant());
    subscribers.apply(who.id(), Consent.granted("form", List.of(TOPIC), language, clock.instant()));
  }

  private static String path(String rest) {
    return "/v1/editor/campaigns/" + ID + rest;
  }
}
