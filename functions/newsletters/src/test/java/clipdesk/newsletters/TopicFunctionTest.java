package clipdesk.newsletters;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.GatewayCalls;
import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.digests.Sha256;
import clipdesk.common.json.Json;
import clipdesk.common.localisation.Language;
import clipdesk.newsletters.links.LinkSigner;
import clipdesk.newsletters.subscriptions.Confirmation;
import clipdesk.newsletters.subscriptions.InMemoryConfirmations;
import clipdesk.newsletters.subscriptions.TestKeys;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What editors do with topics, and what follows for readers. */
final class TopicFunctionTest extends NewsletterCalls {
  private static final Map<String, String> WORDS = Map.of("subject", "S", "bodyMarkdown", "B");

  @Test
  void topicIsThereForReadersFromTheMomentItIsWritten() {
    var made = put("culture", body("1"));

    assertThat(made.getStatusCode()).as(made.getBody()).isEqualTo(201);
    assertThat(made.getMultiValueHeaders()).containsEntry("ETag", List.of("\"v1\""));
    assertThat(call(GatewayCalls.call("GET", "/v1/topics").query("lang", "fr")).getBody())
        .contains("{\"topic\":\"culture\",\"name\":\"Name fr\",\"description\":\"About fr\"");
    assertThat(subscribe("culture", "1").getStatusCode()).isEqualTo(200);
  }

  @Test
  void changeNamesTheVersionThatItIsAbout() {
    assertThat(problem(put("culture", body("1"), "\"v1\"")))
        .as("of nothing")
        .isEqualTo("412 precondition-failed");
    put("culture", body("1"));
    var retired = with(body("1"), "state", "retired");

    assertThat(problem(put("culture", retired))).isEqualTo("428 precondition-required");
    assertThat(put("culture", retired, "\"v1\"").getMultiValueHeaders())
        .containsEntry("ETag", List.of("\"v2\""));
    assertThat(put("culture", retired, "\"v1\"").getMultiValueHeaders())
        .as("its answer was lost")
        .containsEntry("ETag", List.of("\"v2\""));
    var stale = put("culture", body("1"), "\"v1\"");
    assertThat(problem(stale)).isEqualTo("412 precondition-failed");
    assertThat(stale.getMultiValueHeaders()).containsEntry("ETag", List.of("\"v2\""));
    assertThat(listed("culture"))
        .containsEntry("state", "retired")
        .containsEntry("etag", "\"v2\"")
        .containsEntry("names", Map.of("fr", "Name fr", "en", "Name en", "uk", "Name uk"));
  }

  @Test
  void topicOfTheStackIsChangedLikeAnyOther() {
    var body = body("2026-02");

    assertThat(problem(put(TOPIC, body))).isEqualTo("428 precondition-required");
    assertThat(put(TOPIC, body, "\"v1\"").getStatusCode()).isEqualTo(200);
    assertThat(listed(TOPIC)).containsEntry("consentTextVersion", "2026-02");
    assertThat(problem(subscribe(TOPIC, "2026-01"))).isEqualTo("409 terms-outdated");
  }

  @Test
  void consentTextThatChangesGetsANewVersion() {
    var other = with(body("1"), "consentTexts", inAll("Other"));
    put("culture", body("1"));

    var refused = put("culture", other, "\"v1\"");
    assertThat(problem(refused)).isEqualTo("422 validation");
    assertThat(refused.getBody()).contains("/consentTextVersion", "text-changed");
    assertThat(put("culture", with(other, "consentTextVersion", "2"), "\"v1\"").getStatusCode())
        .isEqualTo(200);
    assertThat(problem(put("culture", other, "\"v2\"")))
        .as("the first text stays what it was")
        .isEqualTo("422 validation");
    assertThat(put("culture", body("1"), "\"v2\"").getStatusCode())
        .as("and may come back")
        .isEqualTo(200);
    assertThat(problem(put(TOPIC, body("2026-01"), "\"v1\"")))
        .as("that of the stack too")
        .isEqualTo("422 validation");
  }

  /** It meets List-Id. */
  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\r\n", "\u0000", "\u0085", "\u2028", "\u2029", "\t"})
  void textOfATopicIsOneLine(String end) {
    for (var member : List.of("names", "descriptions", "consentTexts")) {
      var texts = new HashMap<>(inAll("Name"));
      texts.put("uk", "Name" + end + "Bcc: all@press.example");

      var refused = put("culture", with(body("1"), member, texts));

      assertThat(problem(refused)).isEqualTo("422 validation");
      assertThat(refused.getBody()).contains("\"/" + member + "/uk\"", "\"control\"");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "state, closed, unknown-value",
    "consentTextVersion, 'a b', malformed",
    "consentTextVersion, '', too-short",
    "colour, red, unknown-field"
  })
  void whatNoTopicHasIsRefused(String member, String value, String code) {
    var refused = put("culture", with(body("1"), member, value));

    assertThat(problem(refused)).isEqualTo("422 validation");
    assertThat(refused.getBody()).contains("\"/" + member + "\"", "\"" + code + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "-ab", "ab-", "AB", "a_b", "123456789012345678901234567890123"})
  void topicThatCannotBeIsNotFound(String id) {
    assertThat(problem(put(id, body("1")))).isEqualTo("404 not-found");
  }

  @Test
  void retiredTopicTakesNobodyAndGoesOnInOldLinks() {
    put("culture", body("1"));
    assertThat(subscribe("culture", "1").getStatusCode()).isEqualTo(200);
    var draft = draft("culture");
    assertThat(draft.getStatusCode()).as(draft.getBody()).isEqualTo(201);
    var id = (String) Json.object(draft.getBody()).get("campaignId");
    campaigns.tested(id, 1);

    put("culture", with(body("1"), "state", "retired"), "\"v1\"");

    assertThat(problem(subscribe("culture", "1"))).isEqualTo("422 validation");
    assertThat(problem(draft("culture"))).isEqualTo("422 validation");
    var start =
        call(
            editor("PUT", "/v1/editor/campaigns/" + id + "/state")
                .header("If-Match", "\"v1\"")
                .json("{\"state\":\"sending\"}"));
    assertThat(problem(start)).isEqualTo("422 validation");
    assertThat(start.getBody()).contains("unknown-topic");
    var reader = subscribers.ofAccount("ada").orElseThrow().id();
    var link = "/v1/u/" + TestKeys.link(context.getBean(LinkSigner.class), reader, "culture");
    assertThat(call(GatewayCalls.call("GET", link)).getBody()).contains("Name uk");
    assertThat(call(GatewayCalls.call("POST", link)).getStatusCode()).isEqualTo(200);
    assertThat(subscribers.topicsOf(reader)).isEmpty();
  }

  @Test
  void confirmationOfTopicsThatAreAllRetiredSaysSoAndSubscribesNobody() {
    put("culture", body("1"));
    confirm("both", List.of("culture", TOPIC));
    confirm("one", List.of("culture"));
    put("culture", with(body("1"), "state", "retired"), "\"v1\"");

    for (var method : List.of("GET", "POST")) {
      var link = "/v1/subscriptions/confirmations/";
      assertThat(call(GatewayCalls.call(method, link + "both")).getBody())
          .doesNotContain("Name en");
      var retired = call(GatewayCalls.call(method, link + "one"));
      assertThat(retired.getStatusCode()).isEqualTo(410);
      assertThat(retired.getBody()).contains("is not sent any more").doesNotContain("<form");
    }
    var reader = subscribers.find(new EmailAddress(ADA)).orElseThrow();
    assertThat(subscribers.topicsOf(reader.id())).containsExactly(TOPIC);
  }

  private void confirm(String token, List<String> topics) {
    context
        .getBean(InMemoryConfirmations.class)
        .put(
            Sha256.hex(token),
            new Confirmation(
                new EmailAddress(ADA), topics, Language.EN, "2026-01", clock.instant()),
            clock.instant().plus(Duration.ofDays(2)));
  }

  @Test
  void nobodyButEditorsMayLookOrWrite() {
    var path = "/v1/editor/topics";
    assertThat(problem(call(GatewayCalls.call("GET", path).signedIn("ada"))))
        .isEqualTo("403 forbidden");
    assertThat(
            problem(
                call(
                    GatewayCalls.call("PUT", path + "/culture")
                        .signedIn("ada")
                        .json(Json.text(body("1"))))))
        .isEqualTo("403 forbidden");
  }

  private APIGatewayProxyResponseEvent draft(String topic) {
    var content = Map.of("fr", WORDS, "en", WORDS, "uk", WORDS);
    return call(
        editor("POST", "/v1/editor/campaigns")
            .header("Idempotency-Key", "0123456789abcdef")
            .json(Json.text(Map.of("name", "Week 7", "topic", topic, "content", content))));
  }

  private APIGatewayProxyResponseEvent subscribe(String topic, String version) {
    return call(
        GatewayCalls.call("PUT", "/v1/me/subscriptions/" + topic)
            .signedIn("ada", Map.of("email", ADA, "email_verified", "true"))
            .json("{\"language\":\"uk\",\"consentTextVersion\":\"%s\"}".formatted(version)));
  }

  private APIGatewayProxyResponseEvent put(String id, Map<String, Object> body, String... tags) {
    var call = editor("PUT", "/v1/editor/topics/" + id).json(Json.text(body));
    return call(tags.length == 0 ? call : call.header("If-Match", tags[0]));
  }

  private Map<Object, Object> listed(String id) {
    var topics =
        (List<?>) Json.object(call(editor("GET", "/v1/editor/topics")).getBody()).get("topics");
    return topics.stream()
        .map(it -> (Map<?, ?>) it)
        .filter(it -> it.get("topic").equals(id))
        .findFirst()
        .map(it -> new HashMap<Object, Object>(it))
        .orElseThrow();
  }

  private static Map<String, Object> body(String consentTextVersion) {
    return Map.of(
        "names", inAll("Name"),
        "descriptions", inAll("About"),
        "consentTexts", inAll("Send it to me"),
        "consentTextVersion", consentTextVersion,
        "state", "open");
  }

  private static Map<String, String> inAll(String text) {
    return Map.of("fr", text + " fr", "en", text + " en", "uk", text + " uk");
  }

  private static Map<String, Object> with(Map<String, Object> body, String member, Object value) {
    var changed = new HashMap<>(body);
    changed.put(member, value);
    return changed;
  }
}
