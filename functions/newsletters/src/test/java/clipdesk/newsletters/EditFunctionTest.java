package clipdesk.newsletters;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.GatewayCalls;
import clipdesk.common.json.Json;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A draft is changed, thrown away, and who did what to it can be read. */
final class EditFunctionTest extends NewsletterCalls {
  private static final String ID = "0".repeat(26);
  private static final String PATH = "/v1/editor/campaigns/" + ID;
  private static final Map<String, String> WORDS =
      Map.of("subject", "S", "preheader", "P", "bodyMarkdown", "B");
  private static final Map<String, Object> TEXTS = Map.of("fr", WORDS, "en", WORDS, "uk", WORDS);

  @BeforeEach
  void draftThatWasTested() {
    campaigns.draft(ID, TOPIC, TEXTS, clock.instant());
  }

  private static GatewayCalls by(String editor, String method, String path) {
    return GatewayCalls.call(method, path)
        .signedIn(
            editor,
            Map.of(
                "cognito:groups", "[editors]",
                "email", editor + "@press.example",
                "email_verified", "true"));
  }

  private APIGatewayProxyResponseEvent edit(String patch, String tag) {
    return call(
        by("eve", "PATCH", PATH)
            .header("If-Match", tag)
            .body("application/merge-patch+json", patch));
  }

  @Test
  void partOfADraftIsWrittenAnewAndTheRestStays() {
    var answer = edit("{\"name\":\"Week 8\",\"content\":{\"uk\":{\"subject\":\"T\"}}}", "\"v1\"");

    assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(200);
    assertThat(answer.getMultiValueHeaders()).containsEntry("ETag", List.of("\"v2\""));
    assertThat(Json.object(answer.getBody()))
        .containsEntry("name", "Week 8")
        .containsEntry("revision", 2)
        .containsEntry("testedRevision", 1);
    var read = Json.object(call(editor("GET", PATH)).getBody());
    assertThat(read)
        .containsEntry(
            "content",
            Map.of(
                "fr", WORDS,
                "en", WORDS,
                "uk", Map.of("subject", "T", "preheader", "P", "bodyMarkdown", "B")));
    assertThat(problem(move("sending", "\"v2\"")))
        .as("nobody has tried it")
        .isEqualTo("409 illegal-transition");
  }

  private APIGatewayProxyResponseEvent move(String state, String tag) {
    return call(
        by("bob", "PUT", PATH + "/state")
            .header("If-Match", tag)
            .json("{\"state\":\"%s\"}".formatted(state)));
  }

  @Test
  void whatIsTheSameAsBeforeMakesNoRevision() {
    var answer = edit("{\"content\":{\"fr\":{\"subject\":\"S\"}}}", "\"v1\"");

    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(answer.getMultiValueHeaders()).containsEntry("ETag", List.of("\"v1\""));
    assertThat(campaigns.find(ID).orElseThrow().testedRevision()).isEqualTo(1);
  }

  @Test
  void preheaderMayBeTakenAwayAndASubjectMayNot() {
    assertThat(edit("{\"content\":{\"fr\":{\"preheader\":null}}}", "\"v1\"").getStatusCode())
        .isEqualTo(200);

    var refused = edit("{\"content\":{\"fr\":{\"subject\":null}}}", "\"v2\"");

    assertThat(problem(refused)).isEqualTo("422 validation");
    assertThat(refused.getBody()).contains("/content/fr/subject");
    assertThat(problem(edit("{\"content\":{\"fr\":null}}", "\"v2\"")))
        .isEqualTo("422 content-incomplete");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"name":""}                                                    | 422 validation         | /name
          {"topic":"gardening"}                                          | 422 validation         | /topic
          {"state":"sent"}                                               | 422 validation         | /state
          {"content":{"de":{"subject":"S","bodyMarkdown":"B"}}}          | 422 validation         | /content/de
          {"content":{"fr":{"subject":"a\\u0007"}}}                       | 422 validation         | /content/fr/subject
          {"content":{"fr":{"bodyMarkdown":"[x](http://a.example/)"}}}   | 422 validation         | /content/fr/bodyMarkdown
          {"content":null}                                               | 422 validation         | /content
          []                                                             | 400 bad-request        | bad-request
          {"name":                                                       | 400 bad-request        | bad-request
          """)
  void changeThatNoDraftMayHaveIsRefusedWhole(String patch, String problem, String told) {
    var answer = edit(patch, "\"v1\"");

    assertThat(problem(answer)).isEqualTo(problem);
    assertThat(answer.getBody()).contains(told);
    assertThat(campaigns.find(ID).orElseThrow().revision()).isEqualTo(1);
  }

  @Test
  void mailThatBecomesTooLongIsRefusedWithItsLanguageAndLength() {
    var long60 = "x".repeat(60) + "\\n";

    var answer =
        edit(
            "{\"content\":{\"uk\":{\"bodyMarkdown\":\"%s\"}}}".formatted(long60.repeat(900)),
            "\"v1\"");

    assertThat(problem(answer)).isEqualTo("422 validation");
    assertThat(answer.getBody()).contains("/content/uk", "too-long", "may have 100000");
  }

  @Test
  void changeIsForTheVersionThatWasReadAndForEditors() {
    var patch = by("eve", "PATCH", PATH).body("application/merge-patch+json", "{\"name\":\"x\"}");
    assertThat(problem(call(patch))).isEqualTo("428 precondition-required");
    assertThat(problem(edit("{\"name\":\"x\"}", "\"v2\""))).isEqualTo("412 precondition-failed");
    assertThat(problem(call(patch.header("If-Match", "\"v1\"").signedIn("ada"))))
        .isEqualTo("403 forbidden");
    assertThat(problem(call(editor("DELETE", PATH)))).isEqualTo("428 precondition-required");
    assertThat(problem(delete("\"v2\""))).isEqualTo("412 precondition-failed");
  }

  private APIGatewayProxyResponseEvent delete(String tag) {
    return call(by("eve", "DELETE", PATH).header("If-Match", tag));
  }

  @Test
  void draftThatIsThrownAwayIsGone() {
    assertThat(delete("\"v1\"").getStatusCode()).isEqualTo(204);

    assertThat(problem(call(editor("GET", PATH)))).isEqualTo("404 not-found");
    assertThat(problem(delete("\"v1\""))).isEqualTo("404 not-found");
  }

  @Test
  void whatIsStartedIsNeitherChangedNorThrownAway() {
    move("sending", "\"v1\"");

    assertThat(problem(edit("{\"name\":\"x\"}", "\"v2\""))).isEqualTo("409 illegal-transition");
    assertThat(problem(delete("\"v2\""))).isEqualTo("409 illegal-transition");
    assertThat(delete("\"v2\"").getBody()).contains("\"allowed\":[\"cancelled\",\"paused\"]");
  }

  @Test
  void historySaysWhoDidWhatAndWhen() {
    edit("{\"name\":\"Week 8\",\"content\":{\"uk\":{\"subject\":\"T\"}}}", "\"v1\"");
    campaigns.tested(ID, 2);
    move("sending", "\"v2\"");
    campaigns.move(campaigns.find(ID).orElseThrow(), "paused", "reputation", clock.instant());
    call(
        by("bob", "PUT", PATH + "/archive")
            .header("If-Match", "\"v4\"")
            .json("{\"listed\":false}"));

    var changes = history();

    assertThat(changes)
        .extracting(it -> it.get("act") + " " + it.get("by") + " " + it.get("email"))
        .containsExactly(
            "kept-out bob bob@press.example",
            "paused system null",
            "started bob bob@press.example",
            "edited eve eve@press.example",
            "created eve eve@press.example");
    assertThat(changes.get(1)).containsEntry("reason", "reputation");
    assertThat(changes.get(3))
        .containsEntry("parts", List.of("/name", "/content/uk"))
        .containsEntry("revision", 2)
        .containsEntry("at", "2026-02-12T15:00:00.000Z");
  }

  private List<Map<String, Object>> history() {
    var read = Json.object(call(editor("GET", PATH)).getBody());
    return ((List<?>) read.get("history")).stream().map(EditFunctionTest::members).toList();
  }

  @SuppressWarnings("unchecked") // an object of JSON
  private static Map<String, Object> members(Object item) {
    return (Map<String, Object>) item;
  }
}
