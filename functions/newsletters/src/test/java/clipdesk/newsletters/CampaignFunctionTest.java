package clipdesk.newsletters;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.GatewayCalls;
import clipdesk.common.json.Json;
import clipdesk.contracts.newsletters.BucketToPlan.Mode;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What editors do with campaigns. */
final class CampaignFunctionTest extends NewsletterCalls {
  private static final String ID = "0".repeat(26);
  private static final Map<String, String> WORDS = Map.of("subject", "S", "bodyMarkdown", "B");
  private static final Map<String, Object> TEXTS = Map.of("fr", WORDS, "en", WORDS, "uk", WORDS);

  @ParameterizedTest
  @ValueSource(strings = {"/x", "/%00", "/%20/report", "/x/preview"})
  void campaignThatCannotBeIsNotFound(String path) {
    var call =
        GatewayCalls.call("GET", "/v1/editor/campaigns" + path.replace("x", "x".repeat(2000)))
            .signedIn("eve", Map.of("cognito:groups", "[editors]"));

    assertThat(problem(call(call))).isEqualTo("404 not-found");
  }

  @Test
  void onlyEditorsMakeCampaignsAndOnlyTestedOnesAreSent() {
    var create =
        GatewayCalls.call("POST", "/v1/editor/campaigns")
            .header("Idempotency-Key", "0123456789abcdef")
            .json(
                """
                {"name":"Week 7","topic":"%s","content":{%s,%s,%s}}\
                """
                    .formatted(TOPIC, texts("fr"), texts("en"), texts("uk")));
    assertThat(problem(call(create.signedIn("ada")))).isEqualTo("403 forbidden");

    var made = call(create.signedIn("eve", Map.of("cognito:groups", "[editors]")));

    assertThat(made.getStatusCode()).isEqualTo(201);
    var id = (String) Json.object(made.getBody()).get("campaignId");
    assertThat(problem(send(id, "\"v1\""))).isEqualTo("409 illegal-transition");
    campaigns.tested(id, 1);
    assertThat(send(id, "\"v1\"").getStatusCode()).isEqualTo(202);
    assertThat(outgoing.plans()).as("one message a bucket").hasSize(16);
    var first = campaigns.find(id).orElseThrow();
    var again = send(id, "\"v1\"");
    assertThat(again.getStatusCode()).as("its answer was lost").isEqualTo(202);
    assertThat(again.getMultiValueHeaders()).containsEntry("ETag", List.of("\"v2\""));
    assertThat(outgoing.plans()).as("and maybe its word too").hasSize(32);
    assertThat(campaigns.find(id)).contains(first);
    assertThat(problem(move(id, "cancelled", "\"v1\""))).isEqualTo("412 precondition-failed");
  }

  @Test
  void testSendInALanguageThatWeDoNotHaveIsRefused() {
    campaigns.started(ID, TOPIC, TEXTS, clock.instant());
    var answer =
        call(
            GatewayCalls.call("POST", "/v1/editor/campaigns/" + ID + "/test-sends")
                .signedIn("eve", Map.of("cognito:groups", "[editors]", "email", ADA))
                .header("Idempotency-Key", "0123456789abcdef")
                .json("{\"languages\":[\"en\",\"aa\"]}"));

    assertThat(problem(answer)).isEqualTo("422 validation");
    assertThat(answer.getBody()).contains("/languages/1", "unknown-language");
    assertThat(outgoing.mails()).isEmpty();
  }

  @Test
  void editorSendsTwentyTestsAnHour() {
    campaigns.started(ID, TOPIC, TEXTS, clock.instant());
    for (int sent = 0; sent < 20; sent++) {
      assertThat(test("eve").getStatusCode()).isEqualTo(202);
    }

    var refused = test("eve");

    assertThat(problem(refused)).isEqualTo("429 too-many-requests");
    assertThat(refused.getMultiValueHeaders()).containsEntry("Retry-After", List.of("3600"));
    assertThat(outgoing.mails()).hasSize(20);
    assertThat(test("bob").getStatusCode()).as("another editor").isEqualTo(202);
    clock.pass(Duration.ofHours(1));
    assertThat(test("eve").getStatusCode()).isEqualTo(202);
  }

  private APIGatewayProxyResponseEvent test(String editor) {
    return call(
        GatewayCalls.call("POST", "/v1/editor/campaigns/" + ID + "/test-sends")
            .signedIn(
                editor,
                Map.of("cognito:groups", "[editors]", "email", ADA, "email_verified", "true"))
            .header("Idempotency-Key", "0123456789abcdef")
            .json("{\"languages\":[\"en\"]}"));
  }

  @Test
  void resumingAndCancellingTellThePlannerOfWhatIsOpen() {
    campaigns.started(ID, TOPIC, TEXTS, clock.instant());
    assertThat(move(ID, "paused", "\"v2\"").getStatusCode()).isEqualTo(200);
    assertThat(campaigns.find(ID).orElseThrow().pausedReason()).contains("editor");
    assertThat(outgoing.plans()).isEmpty();
    assertThat(send(ID, "\"v3\"").getStatusCode()).isEqualTo(202);
    assertThat(outgoing.plans()).filteredOn(it -> it.mode() == Mode.REQUEUE).hasSize(16);

    assertThat(move(ID, "cancelled", "\"v4\"").getStatusCode()).isEqualTo(200);

    assertThat(outgoing.plans()).filteredOn(it -> it.mode() == Mode.CANCEL).hasSize(16);
  }

  @Test
  void listOfCampaignsComesInPages() {
    for (int made = 0; made < 3; made++) {
      campaigns.started(ID.replace('0', (char) ('1' + made)), TOPIC, TEXTS, clock.instant());
    }
    var list = editors("/v1/editor/campaigns").query("limit", "2");
    var first = Json.object(call(list).getBody());
    assertThat((List<?>) first.get("items")).hasSize(2);

    var next = (String) first.get("nextCursor");
    var second = Json.object(call(list.query("cursor", next)).getBody());

    assertThat((List<?>) second.get("items")).hasSize(1);
    assertThat(second).doesNotContainKey("nextCursor");
    assertThat(problem(call(list.query("cursor", "x.y")))).isEqualTo("400 bad-request");
    assertThat(problem(call(list.query("limit", "101")))).isEqualTo("422 validation");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[x](http://a.example)|bad-link|line 1, character 1",
        "One\\n\\nSee [x](/fr)|bad-link|line 3, character 5",
        "[x](javascript:alert(1))|bad-link|line 1, character 1",
        "![x](https://a.example/1.gif)|foreign-picture|line 1, character 1",
        "![](https://clipdesk.example/1.gif)|picture-without-words|line 1, character 1",
        "a\\u0007|control|line 1, character 2",
        "\\n \\u200b|too-short|say something"
      })
  void textThatCannotBeMailedIsRefusedWithItsPlace(String text, String code, String place) {
    var answer = create(draft("S", text));

    assertThat(problem(answer)).isEqualTo("422 validation");
    assertThat(answer.getBody())
        .contains("\"/content/uk/bodyMarkdown\"", "\"" + code + "\"", place)
        .doesNotContain("/content/en", "/content/fr");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u200b", "a\\nb", "a\\r\\nBcc: x", "a\\u0000"})
  void subjectThatIsNoneOrWouldEndItsHeaderIsRefused(String subject) {
    var answer = create(draft(subject, "B"));

    assertThat(problem(answer)).isEqualTo("422 validation");
    assertThat(answer.getBody()).contains("\"/content/uk/subject\"");
  }

  @Test
  void mailThatIsTooLongIsRefusedAtTheDraftWithItsNumber() {
    var answer = create(draft("S", "Щ ".repeat(12_000)));

    assertThat(problem(answer)).isEqualTo("422 validation");
    assertThat(answer.getBody()).contains("\"/content/uk\"", "\"too-long\"", "may have 100000");
    assertThat(create(draft("S", "Щ ".repeat(10_000))).getStatusCode()).isEqualTo(201);
  }

  @Test
  void everyLanguageThatIsBrokenIsToldAtOnceAndWhateverTheTopicIs() {
    var broken = "{\"subject\":\"S\",\"bodyMarkdown\":\"[x](/y)\"}";
    var draft =
        "{\"name\":\"N\",\"topic\":\"тема\",\"content\":{\"fr\":%s,%s,\"uk\":%s}}"
            .formatted(broken, texts("en"), broken);

    var answer = create(draft);

    assertThat(problem(answer)).isEqualTo("422 validation");
    assertThat(answer.getBody())
        .contains("unknown-topic", "/content/fr/bodyMarkdown", "/content/uk/bodyMarkdown")
        .doesNotContain("/content/en");
  }

  private APIGatewayProxyResponseEvent create(String draft) {
    return call(
        GatewayCalls.call("POST", "/v1/editor/campaigns")
            .signedIn("eve", Map.of("cognito:groups", "[editors]"))
            .header("Idempotency-Key", "0123456789abcdef")
            .json(draft));
  }

  /** With texts of its own in one language. */
  private static String draft(String subject, String body) {
    return "{\"name\":\"N\",\"topic\":\"%s\",\"content\":{%s,%s,\"uk\":{\"subject\":\"%s\",\"bodyMarkdown\":\"%s\"}}}"
        .formatted(TOPIC, texts("fr"), texts("en"), subject, body);
  }

  private static GatewayCalls editors(String path) {
    return GatewayCalls.call("GET", path).signedIn("eve", Map.of("cognito:groups", "[editors]"));
  }

  private APIGatewayProxyResponseEvent send(String id, String ifMatch) {
    return move(id, "sending", ifMatch);
  }

  private APIGatewayProxyResponseEvent move(String id, String state, String ifMatch) {
    return call(
        GatewayCalls.call("PUT", "/v1/editor/campaigns/" + id + "/state")
            .signedIn("eve", Map.of("cognito:groups", "[editors]"))
            .header("If-Match", ifMatch)
            .json("{\"state\":\"%s\"}".formatted(state)));
  }

  private static String texts(String language) {
    return "\"%s\":{\"subject\":\"S\",\"bodyMarkdown\":\"B\"}".formatted(language);
  }
}
