package clipdesk.newsletters;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.GatewayCalls;
import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.json.Json;
import clipdesk.common.localisation.Language;
import clipdesk.newsletters.deliveries.DeliveryId;
import clipdesk.newsletters.deliveries.DeliveryState;
import clipdesk.newsletters.deliveries.InMemoryCampaignCounts;
import clipdesk.newsletters.deliveries.InMemoryDeliveries;
import clipdesk.newsletters.deliveries.InMemoryOpenDeliveries;
import clipdesk.newsletters.deliveries.TakeWord;
import clipdesk.newsletters.deliveries.Word;
import clipdesk.newsletters.links.LinkSigner;
import clipdesk.newsletters.links.UnsubscribeLink;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recipients of a campaign through the API function: who got it, and what nobody knows. */
final class RecipientFunctionTest extends NewsletterCalls {
  private static final String ID = "0".repeat(26);
  private static final String CAMPAIGN = "/v1/editor/campaigns/" + ID;
  private static final String RECOMMENDED = "{\"decision\":\"resend\",\"recommended\":true}";
  private static final Map<String, String> WORDS = Map.of("subject", "S", "bodyMarkdown", "B");

  private final InMemoryDeliveries deliveries = context.getBean(InMemoryDeliveries.class);
  private final InMemoryOpenDeliveries open = context.getBean(InMemoryOpenDeliveries.class);
  private final InMemoryCampaignCounts counts = context.getBean(InMemoryCampaignCounts.class);

  @BeforeEach
  void campaignThatIsSent() {
    campaigns.started(ID, TOPIC, Map.of("fr", WORDS, "en", WORDS, "uk", WORDS), clock.instant());
    campaigns.move(campaigns.find(ID).orElseThrow(), "sent", "", clock.instant());
  }

  private DeliveryId claimed(String name) {
    var email = new EmailAddress(name + "@press.example");
    var subscriber = subscribers.ofAddress(email, Language.EN, clock.instant());
    subscribers.subscribe(subscriber, TOPIC, Language.EN, "account-page", "1", clock.instant());
    var id = new DeliveryId(ID, subscriber.id());
    deliveries.plan(id, clock.instant());
    deliveries.claim(id, TOPIC, email, "claim-" + name, clock.instant());
    return id;
  }

  private DeliveryId parked(String name) {
    var id = claimed(name);
    open.park(id, "claim-" + name);
    return id;
  }

  /** SES took it, and its event came or did not. */
  private void neighbour(String name, boolean heard) {
    var id = claimed(name);
    deliveries.accepted(id, "claim-" + name, "m-" + name);
    if (heard) {
      var word = new Word(Word.Kind.SEND, "claim-" + name, "m-" + name, clock.instant());
      new TakeWord(deliveries, counts).take(id, word);
    }
    counts.count(deliveries.read(ID, List.of(id.subscriberId())));
  }

  private APIGatewayProxyResponseEvent asked(GatewayCalls call) {
    return call(call.signedIn("eve", Map.of("cognito:groups", "[editors]")));
  }

  private APIGatewayProxyResponseEvent put(String path, String body) {
    return asked(GatewayCalls.call("PUT", CAMPAIGN + path).json(body));
  }

  private static Map<String, Object> json(APIGatewayProxyResponseEvent answer) {
    return Json.object(answer.getBody());
  }

  private List<?> items(String state) {
    var list = GatewayCalls.call("GET", CAMPAIGN + "/recipients").query("state", state);
    return (List<?>) json(asked(list)).get("items");
  }

  private void neighbours(int many) {
    for (int made = 0; made < many; made++) {
      neighbour("reader" + made, /* heard= */ true);
    }
  }

  @Test
  void parkedRowIsRecommendedOnceTwentyNeighboursAllHaveTheirEvent() {
    parked("ada");
    neighbours(19);
    clock.pass(Duration.ofMinutes(6));
    assertThat(items("parked").toString())
        .contains("neighbours=19", "withEvent=19", "recommendation=wait");
    clock.pass(Duration.ofMinutes(-6));
    neighbour("reader19", /* heard= */ true);
    clock.pass(Duration.ofMinutes(5));
    assertThat(items("parked").toString())
        .as("a neighbour of which nothing is said may not be counted yet")
        .contains("recommendation=wait");
    clock.pass(Duration.ofMinutes(1));

    assertThat(items("parked").toString())
        .contains("neighbours=20", "withEvent=20", "recommendation=resend")
        .doesNotContain("press.example");
  }

  @Test
  void oneNeighbourWithoutItsEventIsAReasonToWait() {
    parked("ada");
    neighbours(20);
    neighbour("silent", /* heard= */ false);
    clock.pass(Duration.ofMinutes(6));

    assertThat(items("parked").toString())
        .contains("neighbours=21", "withEvent=20", "recommendation=wait");
    assertThat(json(put("/decision", RECOMMENDED))).isEqualTo(Map.of("decided", 0));
  }

  @Test
  void allThatAreRecommendedGoOnceMoreFromSentToo() {
    var ada = parked("ada");
    neighbours(20);
    clock.pass(Duration.ofMinutes(6));

    assertThat(json(put("/decision", RECOMMENDED))).isEqualTo(Map.of("decided", 1));

    assertThat(deliveries.state(ada)).isEqualTo(DeliveryState.PENDING);
    assertThat(outgoing.sends())
        .singleElement()
        .satisfies(it -> assertThat(it.subscribers()).containsExactly(ada.subscriberId()));
    assertThat(items("pending").toString()).contains("decidedBy=eve", "decision=resend");
    assertThat(json(put("/decision", RECOMMENDED))).isEqualTo(Map.of("decided", 0));
  }

  @Test
  void decisionAboutOneSaysWhoAndWhenAndIsAnsweredAgain() {
    var ada = parked("ada");
    var path = "/recipients/" + ada.subscriberId() + "/decision";

    for (int twice = 0; twice < 2; twice++) {
      assertThat(json(put(path, "{\"decision\":\"abandon\"}")))
          .containsEntry("state", "failed")
          .containsEntry("reason", "abandoned")
          .containsEntry("decidedBy", "eve")
          .containsKey("decidedAt");
    }

    assertThat(outgoing.sends()).isEmpty();
    var other = put(path, "{\"decision\":\"resend\"}");
    assertThat(problem(other)).isEqualTo("409 illegal-transition");
    assertThat(json(other)).containsEntry("from", "failed").containsEntry("to", "resend");
  }

  @Test
  void rowThatIsNotParkedAnyMoreIsRefusedWithItsState() {
    neighbour("ada", /* heard= */ true);
    var ada = (Map<?, ?>) items("sent").getFirst();

    var answer =
        put("/recipients/" + ada.get("subscriberId") + "/decision", "{\"decision\":\"resend\"}");

    assertThat(problem(answer)).isEqualTo("409 illegal-transition");
    assertThat(json(answer)).containsEntry("from", "sent");
    assertThat(problem(put("/recipients/nobody/decision", "{\"decision\":\"resend\"}")))
        .isEqualTo("404 not-found");
  }

  @Test
  void nothingOfACancelledCampaignGoesOnceMore() {
    var ada = parked("ada");
    campaigns.move(campaigns.find(ID).orElseThrow(), "cancelled", "", clock.instant());

    var answer =
        put("/recipients/" + ada.subscriberId() + "/decision", "{\"decision\":\"resend\"}");

    assertThat(problem(answer)).isEqualTo("409 illegal-transition");
    assertThat(json(answer)).containsEntry("allowed", List.of("abandon"));
    assertThat(problem(put("/decision", RECOMMENDED))).isEqualTo("409 illegal-transition");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"decision\":\"sent\",\"recommended\":true}",
        "{\"decision\":\"abandon\",\"recommended\":true}",
        "{\"decision\":\"resend\"}",
        "{\"decision\":\"resend\",\"recommended\":false}"
      })
  void decisionAboutAllIsToResendWhatIsRecommendedAndNothingElse(String body) {
    assertThat(problem(put("/decision", body))).isEqualTo("422 validation");
  }

  @Test
  void recipientsComeInPagesAndAsLines() {
    for (int made = 0; made < 5; made++) {
      neighbour("reader" + made, made < 3);
    }
    parked("ada");
    var ids = new ArrayList<String>();
    var next = "";
    do {
      var list = GatewayCalls.call("GET", CAMPAIGN + "/recipients").query("limit", "2");
      var page = json(asked(next.isEmpty() ? list : list.query("cursor", next)));
      ((List<?>) page.get("items"))
          .forEach(it -> ids.add(String.valueOf(((Map<?, ?>) it).get("subscriberId"))));
      next = String.valueOf(page.getOrDefault("nextCursor", ""));
    } while (!next.isEmpty());
    assertThat(ids).hasSize(6).doesNotHaveDuplicates();

    var lines =
        asked(GatewayCalls.call("GET", CAMPAIGN + "/recipients.csv").query("state", "sent"));

    assertThat(lines.getStatusCode()).isEqualTo(200);
    assertThat(lines.getBody()).startsWith("subscriberId,state,reason,plannedAt,");
    assertThat(lines.getBody().split("\r\n", -1)).hasSize(7);
    assertThat(lines.getBody()).doesNotContain("press.example");
    assertThat(lines.getMultiValueHeaders().get("Content-Type").getFirst()).startsWith("text/csv");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/u/|List-Unsubscribe=One-Click",
        "/v1/u/|action=unsubscribe-all",
        "/v1/p/|action=unsubscribe-all",
        "/v1/p/|action=save&shown=announcements%3D2026-01"
      })
  void whoLeavesByTheLinkOfAMailIsToldToItsCampaign(String act) {
    neighbour("reader", /* heard= */ true);
    neighbour("other", /* heard= */ true);
    var reader = subscribers.find(new EmailAddress("reader@press.example")).orElseThrow().id();
    var token = UnsubscribeLink.token(context.getBean(LinkSigner.class), reader, ID, TOPIC);
    var press =
        GatewayCalls.call("POST", act.split("[|]", -1)[0] + token)
            .body("application/x-www-form-urlencoded", act.split("[|]", -1)[1]);

    assertThat(call(press).getStatusCode()).isEqualTo(200);
    assertThat(call(press).getStatusCode()).as("twice").isEqualTo(200);

    assertThat(subscribers.topicsOf(reader)).isEmpty();
    var report = json(asked(GatewayCalls.call("GET", CAMPAIGN + "/report")));
    assertThat(report).containsEntry("unsubscribedFromThis", 1);
    var record = subscribers.consents(reader, Optional.empty(), 1).consents().getFirst();
    assertThat(record.campaignId()).contains(ID);
  }

  @Test
  void unknownStateIsRefused() {
    var list = GatewayCalls.call("GET", CAMPAIGN + "/recipients").query("state", "lost");

    assertThat(problem(asked(list))).isEqualTo("422 validation");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/recipients", "/recipients.csv", "/report"})
  void nobodyButEditorsMayLook(String path) {
    var reader = GatewayCalls.call("GET", CAMPAIGN + path).signedIn("ada");

    assertThat(problem(call(reader))).isEqualTo("403 forbidden");
  }

  @Test
  void reportAddsUpAndSaysWhatIsKnown() {
    parked("ada");
    neighbour("reader", /* heard= */ true);
    neighbour("silent", /* heard= */ false);

    var report = json(asked(GatewayCalls.call("GET", CAMPAIGN + "/report")));

    assertThat(report).containsEntry("done", 2).containsEntry("unsubscribedFromThis", 0);
    assertThat(report.get("exact"))
        .isEqualTo(Map.of("sent", 2, "failed", Map.of(), "skipped", Map.of()));
    assertThat(report.get("events")).isEqualTo(Map.of("taken", 2, "heard", 1));
    assertThat(report.get("duplicates")).isEqualTo(List.of());
  }
}
