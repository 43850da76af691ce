package clipdesk.newsletters;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.ExampleEvents;
import clipdesk.common.GatewayCalls;
import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.json.Json;
import clipdesk.common.localisation.Language;
import clipdesk.common.sessions.InMemoryEndedSessions;
import clipdesk.contracts.newsletters.ConfirmationToMail;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who subscribes, by an account or by the form. */
final class SubscriptionFunctionTest extends NewsletterCalls {
  @Test
  void accountHolderSubscribesWithOneCall() {
    var answer = subscribeMe();

    assertThat(Json.object(answer.getBody())).containsEntry("state", "on");
    assertThat(subscribers.consents()).containsExactly("on " + TOPIC + " account-page");
    assertThat(subscribeMe().getStatusCode()).isEqualTo(200);
    assertThat(subscribers.consents()).as("once more is no second consent").hasSize(1);
  }

  @Test
  void exampleEventSwitchesATopicOn() throws IOException {
    var answer = ExampleEvents.replay("subscription-switched-on.json", context);

    assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(200);
    assertThat(subscribers.consents()).containsExactly("on " + TOPIC + " account-page");
  }

  @Test
  void strangerIsSubscribedOnlyByTheButtonBehindTheMail() {
    assertThat(ask(ADA).getStatusCode()).isEqualTo(202);
    assertThat(outgoing.mails()).hasSize(1);
    assertThat(subscribers.consents()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<ada@press.example>",
        "ada@press.example>",
        "Ada <ada@press.example>",
        "a,b@press.example",
        "a;b@press.example",
        "a..b@press.example",
        ".ada@press.example",
        "ada.@press.example",
        "\"ada l\"@press.example",
        "ada@press",
        "ada@-press.example",
        "ada@press..example",
        "ada@press.example.",
        "ada@[192.0.2.1]",
        "ада@press.example",
        "ada@stra\u00dfe.example"
      })
  void addressThatCannotBeMailedIsRefusedAndNothingIsQueued(String email) {
    var answer = ask(email);

    assertThat(problem(answer)).isEqualTo("422 validation");
    assertThat(answer.getBody()).contains("/email", "malformed").doesNotContain("ada");
    assertThat(outgoing.mails()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "' Ada@Press.Example ', ada@press.example",
    "ada@україна.example, ada@xn--80aa2annq7l.example",
    "ADA@УКРАЇНА.example, ada@xn--80aa2annq7l.example"
  })
  void everySpellingOfAnAddressIsOneAddress(String typed, String mailed) {
    assertThat(ask(typed).getStatusCode()).isEqualTo(202);

    assertThat(outgoing.mails())
        .extracting(it -> ((ConfirmationToMail) it).email())
        .containsExactly(mailed);
  }

  @Test
  void networkAsksTwentyTimesAnHourWhoeverItAsksFor() {
    subscribeMe();
    for (int asked = 0; asked < 20; asked++) {
      assertThat(ask(asked % 2 == 0 ? ADA : "nobody@press.example").getBody())
          .isEqualTo("{\"status\":\"check-your-mail\"}");
    }

    var refusal = ask(ADA);

    assertThat(problem(refusal)).isEqualTo("429 too-many-requests");
    assertThat(Json.object(refusal.getBody())).containsEntry("reason", "ip");
    assertThat(refusal.getMultiValueHeaders()).containsEntry("Retry-After", List.of("3600"));
    assertThat(outgoing.mails()).hasSize(20);
    clock.pass(Duration.ofHours(1));
    assertThat(ask(ADA).getStatusCode()).isEqualTo(202);
  }

  @Test
  void viewersBehindOneEdgeAreCountedEachForThemselves() {
    for (int asked = 0; asked < 20; asked++) {
      assertThat(askThroughTheEdge("203.0.113.9").getStatusCode()).isEqualTo(202);
    }
    assertThat(problem(askThroughTheEdge("203.0.113.9"))).isEqualTo("429 too-many-requests");
    assertThat(askThroughTheEdge("203.0.113.10").getStatusCode()).isEqualTo(202);
  }

  private APIGatewayProxyResponseEvent askThroughTheEdge(String viewer) {
    return call(
        asking(ADA)
            .header("X-Clipdesk-Edge", "secret edge-key")
            .header("X-Clipdesk-Viewer", viewer)
            .from("130.176.98.70"));
  }

  private APIGatewayProxyResponseEvent ask(String email) {
    return call(asking(email));
  }

  private GatewayCalls asking(String email) {
    return GatewayCalls.call("POST", "/v1/subscriptions")
        .json(
            Json.text(
                Map.of(
                    "email",
                    email,
                    "topics",
                    List.of(TOPIC),
                    "language",
                    "fr",
                    "consentTextVersion",
                    consentVersion())));
  }

  @Test
  void accountShowsAndEndsWhatItsAddressGotByTheForm() {
    var reader = subscribers.ofAddress(new EmailAddress(ADA), Language.FR, clock.instant());
    subscribers.subscribe(reader, TOPIC, Language.FR, "public-form", "1", clock.instant());
    var claims = Map.of("email", ADA, "email_verified", "true");
    var mine = GatewayCalls.call("GET", "/v1/me/subscriptions").signedIn("ada", claims);
    assertThat(call(mine).getBody()).contains("\"topic\":\"announcements\"");

    var end = GatewayCalls.call("DELETE", "/v1/me/subscriptions/" + TOPIC).signedIn("ada", claims);
    assertThat(call(end).getStatusCode()).isEqualTo(204);

    assertThat(subscribers.topicsOf(reader.id())).isEmpty();
    assertThat(call(mine.signedIn("bob")).getBody()).doesNotContain("announcements");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/me/subscriptions",
    "PUT, /v1/me/subscriptions/announcements",
    "DELETE, /v1/me/subscriptions/announcements",
    "POST, /v1/editor/campaigns"
  })
  void tokenOfAnEndedSessionIsRefusedEverywhere(String method, String path) {
    var sessions = context.getBean(InMemoryEndedSessions.class);
    sessions.sessionEnded("here");
    var here = GatewayCalls.call(method, path).signedIn("ada", Map.of("origin_jti", "here"));
    assertThat(problem(call(here.json("{}")))).isEqualTo("401 unauthenticated");

    var elsewhere =
        GatewayCalls.call(method, path).signedIn("ada", Map.of("origin_jti", "elsewhere"));
    assertThat(call(elsewhere.json("{}")).getStatusCode()).isNotEqualTo(401);
    sessions.accountDeleted("ada");
    assertThat(problem(call(elsewhere))).isEqualTo("401 unauthenticated");
  }
}
