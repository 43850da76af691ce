package clipdesk.newsletters;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.GatewayCalls;
import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.json.Json;
import clipdesk.common.localisation.Language;
import clipdesk.newsletters.deliveries.DeliveryId;
import clipdesk.newsletters.deliveries.InMemoryDeliveries;
import clipdesk.newsletters.subscriptions.Consent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known of one person, for themselves and for editors. */
final class HistoryFunctionTest extends NewsletterCalls {
  private static final Map<String, String> WORDS = Map.of("subject", "S", "bodyMarkdown", "B");
  private static final Map<String, Object> TEXTS = Map.of("fr", WORDS, "en", WORDS, "uk", WORDS);

  private final InMemoryDeliveries deliveries = context.getBean(InMemoryDeliveries.class);

  @Test
  void accountReadsItsConsentsInPagesNewestFirst() {
    subscribeMe();
    var id = ada();
    var form = subscribers.ofAddress(new EmailAddress("old@press.example"), Language.FR, now());
    subscribers.apply(
        form.id(), Consent.granted("public-form", List.of(TOPIC), Language.FR, now()));
    subscribers.linkAccount("ada", form.id());
    subscribers.apply(id, Consent.withdrawn("account-page", List.of(TOPIC), now()));

    var all = pages("/v1/me/consents", "1");

    assertThat(all)
        .extracting(it -> it.get("action") + " " + it.get("source"))
        .containsExactlyInAnyOrder(
            "withdrawn account-page", "granted account-page", "granted public-form");
    assertThat(all.stream().filter(it -> it.get("source").equals("account-page")))
        .extracting(it -> it.get("action"))
        .containsExactly("withdrawn", "granted");
  }

  @Test
  void accountReadsItsDeliveriesInPagesNewestFirst() {
    subscribeMe();
    var first = sent("1", ada());
    sent("2", "somebody-else");
    var third = sent("3", ada());
    campaigns.draft("4".repeat(26), TOPIC, TEXTS, now());

    var all = pages("/v1/me/deliveries", "1");

    assertThat(all).extracting(it -> it.get("campaignId")).containsExactly(third, first);
    assertThat(all.getFirst())
        .containsEntry("state", "pending")
        .containsEntry("topic", TOPIC)
        .doesNotContainKeys("subscriberId", "decidedBy");
  }

  @Test
  void whoNeverSubscribedHasNothing() {
    sent("1", "somebody-else");
    for (var path : List.of("/v1/me/consents", "/v1/me/deliveries")) {
      assertThat(call(GatewayCalls.call("GET", path).signedIn("bob")).getBody())
          .isEqualTo("{\"items\":[]}");
    }
  }

  @Test
  void cursorOfSomebodyElseIsNone() {
    subscribeMe();
    subscribers.apply(ada(), Consent.withdrawn("account-page", List.of(TOPIC), now()));
    var first =
        Json.object(call(mine("/v1/me/consents").query("limit", "1").signedIn("ada")).getBody());
    var cursor = (String) first.get("nextCursor");

    assertThat(
            problem(
                call(
                    GatewayCalls.call("GET", "/v1/me/consents")
                        .signedIn("bob")
                        .query("cursor", cursor))))
        .isEqualTo("400 bad-request");
  }

  @Test
  void editorSeesWhySomebodyDidNotGetAMail() {
    subscribeMe();
    var campaign = sent("1", ada());
    deliveries.skip(new DeliveryId(campaign, ada()), "unsubscribed");

    var found = Json.object(lookUp(" Ada@Press.Example ").getBody());

    assertThat(found).containsEntry("subscriberId", ada()).containsEntry("status", "active");
    assertThat(found.get("topics")).isEqualTo(List.of(Map.of("topic", TOPIC, "state", "on")));
    assertThat((List<?>) found.get("consents")).hasSize(1);
    assertThat(found.get("deliveries").toString())
        .contains("campaignId=" + campaign, "state=skipped", "reason=unsubscribed");
    assertThat(found.toString()).doesNotContain(ADA);
  }

  @Test
  void nobodyIsAnEmptyAnswer() {
    assertThat(lookUp("nobody@press.example").getBody()).isEqualTo("{}");
    subscribeMe();
    subscribers.erase(ada(), "preferences-page", now());
    assertThat(lookUp(ADA).getBody()).as("an erased person").isEqualTo("{}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b@press.example", "ada@press", "", "ada"})
  void whatIsNoAddressIsRefused(String email) {
    assertThat(problem(lookUp(email))).isEqualTo("422 validation");
  }

  @Test
  void suppressionIsLiftedWithARecordOfWhoAndWhy() {
    subscribeMe();
    subscribers.suppress(ada(), "bounce", now());
    assertThat(Json.object(lookUp(ADA).getBody())).containsEntry("status", "suppressed");

    var lifted = lift(ada(), "{\"suppressed\":false,\"reason\":\"Mailbox works again\"}");

    assertThat(Json.object(lifted.getBody()))
        .isEqualTo(Map.of("subscriberId", ada(), "status", "active"));
    assertThat(subscribers.topicsOf(ada())).as("lifting switches nothing on").isEmpty();
    var records = subscribers.consents(ada(), Optional.empty(), 9).consents();
    assertThat(records.getFirst().action()).isEqualTo(Consent.Action.RESTORED);
    assertThat(records.getFirst().source()).isEqualTo("operator");
    assertThat(records.getFirst().proof()).contains("operator:eve Mailbox works again");
    lift(ada(), "{\"suppressed\":false,\"reason\":\"Once more\"}");
    assertThat(subscribers.consents(ada(), Optional.empty(), 9).consents()).isEqualTo(records);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'reason':'x'}|/suppressed|missing",
        "{'suppressed':true,'reason':'x'}|/suppressed|unknown-value",
        "{'suppressed':'no','reason':'x'}|/suppressed|wrong-type",
        "{'suppressed':false}|/reason|missing",
        "{'suppressed':false,'reason':' '}|/reason|too-short"
      })
  void liftingSaysWhatAndWhy(String body, String pointer, String code) {
    subscribeMe();
    var refused = lift(ada(), body.replace('\'', '"'));

    assertThat(problem(refused)).isEqualTo("422 validation");
    assertThat(refused.getBody()).contains("\"" + pointer + "\"", "\"" + code + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "%00", "%20"})
  void nobodyCanBeLifted(String id) {
    assertThat(problem(lift(id, "{\"suppressed\":false,\"reason\":\"x\"}")))
        .isEqualTo("404 not-found");
  }

  @Test
  void nobodyButEditorsMayLookUpOrLift() {
    for (var call :
        List.of(
            GatewayCalls.call("POST", "/v1/editor/subscriber-lookups"),
            GatewayCalls.call("PUT", "/v1/editor/subscribers/s-1/suppression"))) {
      assertThat(problem(call(call.signedIn("ada").json("{}")))).isEqualTo("403 forbidden");
    }
  }

  private APIGatewayProxyResponseEvent lookUp(String email) {
    return call(
        editor("POST", "/v1/editor/subscriber-lookups").json(Json.text(Map.of("email", email))));
  }

  private APIGatewayProxyResponseEvent lift(String id, String body) {
    return call(editor("PUT", "/v1/editor/subscribers/" + id + "/suppression").json(body));
  }

  /** A campaign with one row. */
  private String sent(String digit, String subscriberId) {
    var campaign = digit.repeat(26);
    campaigns.started(campaign, TOPIC, TEXTS, now());
    deliveries.plan(new DeliveryId(campaign, subscriberId), now());
    return campaign;
  }

  private List<Map<Object, Object>> pages(String path, String limit) {
    var all = new ArrayList<Map<Object, Object>>();
    var call = mine(path).query("limit", limit);
    Optional<String> cursor = Optional.empty();
    do {
      var page =
          Json.object(call(cursor.map(it -> call.query("cursor", it)).orElse(call)).getBody());
      ((List<?>) page.get("items")).forEach(it -> all.add(new HashMap<>((Map<?, ?>) it)));
      cursor = Optional.ofNullable((String) page.get("nextCursor"));
    } while (cursor.isPresent());
    return all;
  }

  private static GatewayCalls mine(String path) {
    return GatewayCalls.call("GET", path)
        .signedIn("ada", Map.of("email", ADA, "email_verified", "true"));
  }

  private String ada() {
    return subscribers.find(new EmailAddress(ADA)).orElseThrow().id();
  }

  private Instant now() {
    return clock.instant();
  }
}
