package clipdesk.newsletters;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.ExampleEvents;
import clipdesk.common.GatewayCalls;
import clipdesk.common.TickingClock;
import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.digests.Sha256;
import clipdesk.common.json.Json;
import clipdesk.common.localisation.Language;
import clipdesk.common.sessions.InMemoryEndedSessions;
import clipdesk.contracts.newsletters.BucketToPlan.Mode;
import clipdesk.contracts.newsletters.ConfirmationToMail;
import clipdesk.newsletters.campaigns.InMemoryCampaigns;
import clipdesk.newsletters.subscriptions.Confirmation;
import clipdesk.newsletters.subscriptions.InMemoryConfirmations;
import clipdesk.newsletters.subscriptions.InMemorySubscribers;
import clipdesk.newsletters.subscriptions.Keyed;
import clipdesk.newsletters.subscriptions.RecordedOutgoing;
import clipdesk.newsletters.subscriptions.UnsubscribeLink;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.proxy.payload1.ApiGatewayProxyRequestEventFunction;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The API function with fakes behind it. */
final class NewslettersFunctionTest {
  private static final String ADA = "ada@press.example";
  private static final String TOPIC = "announcements";
  private static final String ID = "0".repeat(26);
  private static final Map<String, String> WORDS = Map.of("subject", "S", "bodyMarkdown", "B");
  private static final Map<String, Object> TEXTS = Map.of("fr", WORDS, "en", WORDS, "uk", WORDS);

  private final ApplicationContext context =
      ApplicationContext.builder().deduceEnvironment(false).build().start();
  private final ApiGatewayProxyRequestEventFunction function =
      new ApiGatewayProxyRequestEventFunction(context);
  private final InMemorySubscribers subscribers = context.getBean(InMemorySubscribers.class);
  private final InMemoryConfirmations confirmations = context.getBean(InMemoryConfirmations.class);
  private final RecordedOutgoing outgoing = context.getBean(RecordedOutgoing.class);
  private final InMemoryCampaigns campaigns = context.getBean(InMemoryCampaigns.class);
  private final TickingClock clock = context.getBean(TickingClock.class);
  private final Keyed keyed = context.getBean(Keyed.class);

  @AfterEach
  void stop() throws IOException {
    function.close();
  }

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

  private APIGatewayProxyResponseEvent subscribeMe() {
    return call(
        GatewayCalls.call("PUT", "/v1/me/subscriptions/" + TOPIC)
            .signedIn("ada", Map.of("email", ADA, "email_verified", "true"))
            .json(
                "{\"language\":\"uk\",\"consentTextVersion\":\"%s\"}".formatted(consentVersion())));
  }

  private String consentVersion() {
    var topics =
        (List<?>) Json.object(call(GatewayCalls.call("GET", "/v1/topics")).getBody()).get("topics");
    return (String) ((Map<?, ?>) topics.getFirst()).get("consentTextVersion");
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
  void confirmationLinkShowsAPageAndItsButtonSubscribes() {
    confirmations.put(
        Sha256.hex("token"),
        new Confirmation(new EmailAddress(ADA), List.of(TOPIC), Language.FR, "1"),
        clock.instant().plus(Duration.ofDays(2)));
    var link = "/v1/subscriptions/confirmations/token";

    var page = call(GatewayCalls.call("GET", link).header("Accept", "text/html"));
    assertThat(page.getBody()).contains("<form", "lang=\"fr\"");
    assertThat(page.getMultiValueHeaders()).containsEntry("Content-Language", List.of("fr"));
    assertThat(
            problem(
                call(
                    GatewayCalls.call("GET", link)
                        .header("Accept", "text/html;q=0, application/json;q=0"))))
        .isEqualTo("406 not-acceptable");
    assertThat(subscribers.consents()).as("a mail scanner follows links").isEmpty();
    assertThat(call(GatewayCalls.call("POST", link)).getStatusCode()).isEqualTo(200);
    assertThat(subscribers.consents()).containsExactly("on " + TOPIC + " public-form");

    clock.pass(Duration.ofDays(2));
    assertThat(problem(call(GatewayCalls.call("GET", link)))).isEqualTo("410 link-expired");
  }

  @Test
  void oneClickUnsubscribesWithoutCookieOrRedirect() {
    subscribeMe();
    var id = subscribers.ofAccount("ada").orElseThrow().id();
    var link = "/v1/u/" + new UnsubscribeLink(id, "c1", TOPIC).token(keyed);

    assertThat(call(GatewayCalls.call("GET", link)).getBody()).contains("<form");
    assertThat(subscribers.topicsOf(id)).as("a GET ends nothing").containsExactly(TOPIC);
    var answer =
        call(
            GatewayCalls.call("POST", link)
                .body("application/x-www-form-urlencoded", "List-Unsubscribe=One-Click"));

    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(answer.getMultiValueHeaders()).doesNotContainKeys("Set-Cookie", "Location");
    assertThat(subscribers.consents()).endsWith("off " + TOPIC + " one-click");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*;q=0", "application/json", "text/html;q=0", "nonsense"})
  void oneClickTakesWhateverTypesAreAskedFor(String accept) {
    var id = subscribers.ofAddress(new EmailAddress(ADA), Language.FR, clock.instant()).id();
    var link = "/v1/u/" + new UnsubscribeLink(id, "c1", TOPIC).token(keyed);

    assertThat(call(GatewayCalls.call("POST", link).header("Accept", accept)).getStatusCode())
        .isEqualTo(200);
  }

  @Test
  void forgedUnsubscribeLinkIsNone() {
    var link = "/v1/u/" + new UnsubscribeLink("s1", "c1", TOPIC).token(keyed);

    assertThat(problem(call(GatewayCalls.call("POST", link + "A")))).isEqualTo("404 not-found");
    assertThat(problem(call(GatewayCalls.call("POST", link.replace("s1", "s2")))))
        .isEqualTo("404 not-found");
  }

  @Test
  void linkOfATopicThatWasGivenUpStillEndsIt() {
    var id = subscribers.ofAddress(new EmailAddress(ADA), Language.FR, clock.instant()).id();
    var link = "/v1/u/" + new UnsubscribeLink(id, "c1", "given-up").token(keyed);

    assertThat(call(GatewayCalls.call("GET", link)).getBody()).contains("<form", "given-up");
    assertThat(call(GatewayCalls.call("POST", link).body("text/plain", "")).getStatusCode())
        .isEqualTo(200);
  }

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

  private static GatewayCalls editors(String path) {
    return GatewayCalls.call("GET", path).signedIn("eve", Map.of("cognito:groups", "[editors]"));
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

  private APIGatewayProxyResponseEvent call(GatewayCalls call) {
    return function.handleRequest(call.event(), null);
  }

  private static String problem(APIGatewayProxyResponseEvent answer) {
    return answer.getStatusCode() + " " + Json.object(answer.getBody()).get("code");
  }
}
