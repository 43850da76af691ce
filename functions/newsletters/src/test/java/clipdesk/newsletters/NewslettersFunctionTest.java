package clipdesk.newsletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
import clipdesk.contracts.newsletters.ErasureToMail;
import clipdesk.newsletters.campaigns.InMemoryCampaigns;
import clipdesk.newsletters.links.LinkSigner;
import clipdesk.newsletters.subscriptions.Confirmation;
import clipdesk.newsletters.subscriptions.InMemoryConfirmations;
import clipdesk.newsletters.subscriptions.InMemorySubscribers;
import clipdesk.newsletters.subscriptions.RecordedOutgoing;
import clipdesk.newsletters.subscriptions.TestKeys;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.proxy.payload1.ApiGatewayProxyRequestEventFunction;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final LinkSigner links = context.getBean(LinkSigner.class);

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
        new Confirmation(
            new EmailAddress(ADA), List.of(TOPIC), Language.FR, "2026-01", clock.instant()),
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
    var id = subscribers.find(new EmailAddress(ADA)).orElseThrow().id();
    assertThat(subscribers.consents(id, Optional.empty(), 9).consents())
        .extracting(it -> it.action().text(), it -> it.shown().orElseThrow().version())
        .containsExactly(tuple("confirmed", "2026-01"), tuple("asked", "2026-01"));
    subscribers.unsubscribe(id, TOPIC, "one-click", clock.instant());
    assertThat(call(GatewayCalls.call("POST", link)).getStatusCode()).isEqualTo(200);
    assertThat(subscribers.topicsOf(id)).as("a second press undoes nothing").isEmpty();

    clock.pass(Duration.ofDays(2));
    var json = GatewayCalls.call("GET", link).header("Accept", "application/json");
    assertThat(problem(call(json))).isEqualTo("410 link-expired");
    assertThat(press(link, "").getStatusCode()).isEqualTo(410);
  }

  @Test
  void oneClickUnsubscribesWithoutCookieOrRedirect() {
    subscribeMe();
    var id = subscribers.ofAccount("ada").orElseThrow().id();
    var link = "/v1/u/" + TestKeys.link(links, id, TOPIC);

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

  /** As anybody would go on from a mail: leave, think again, choose, and be forgotten. */
  @Test
  void pagesBehindALinkDoAllThatOneMayWant() {
    subscribeMe();
    var id = subscribers.ofAccount("ada").orElseThrow().id();
    var link = "/v1/p/" + TestKeys.link(links, id, TOPIC);

    var page = call(GatewayCalls.call("GET", link).header("Accept", "text/html")).getBody();
    assertThat(page)
        .contains("lang=\"uk\"", "a•••@p•••", "value=\"announcements\"", "checked")
        .contains("unsubscribe-all", "copy=json")
        .doesNotContain(ADA, "<script", " style=");
    assertThat(subscribers.topicsOf(id)).containsExactly(TOPIC);

    assertThat(press(link, "action=unsubscribe-all").getBody()).contains("value=\"undo\"");
    assertThat(subscribers.topicsOf(id)).isEmpty();
    clock.pass(Duration.ofHours(24).minusSeconds(1));
    press(link, "action=undo");
    assertThat(subscribers.topicsOf(id)).containsExactly(TOPIC);
    press(link, "action=unsubscribe-all");
    clock.pass(Duration.ofHours(24));
    assertThat(press(link, "action=undo").getBody()).doesNotContain("value=\"undo\"");
    assertThat(subscribers.topicsOf(id)).isEmpty();

    press(
        link,
        "action=save&language=fr&shown=press-briefings%3D2026-01&shown=announcements%3D2026-01"
            + "&topic=press-briefings");
    assertThat(subscribers.topicsOf(id)).containsExactly("press-briefings");
    assertThat(subscribers.find(id).orElseThrow().language()).isEqualTo(Language.FR);
    assertThat(press(link, "action=save&shown=announcements%3Dold&topic=announcements").getBody())
        .contains("Rien n’a été enregistré");
    assertThat(subscribers.topicsOf(id)).containsExactly("press-briefings");

    var copy = call(GatewayCalls.call("GET", link).query("copy", "json"));
    assertThat(copy.getBody()).contains("\"consents\"", "textHash").doesNotContain(ADA);
    assertThat(copy.getMultiValueHeaders().get("Content-Disposition").getFirst())
        .startsWith("attachment");

    press(link, "action=erase");
    assertThat(outgoing.mails()).containsExactly(new ErasureToMail(id, clock.instant()));
    assertThat(subscribers.find(id).orElseThrow().status()).isEqualTo("active");
    var erasure = "/v1/p/" + TestKeys.erasure(links, id, clock.instant().plus(Duration.ofDays(1)));
    assertThat(call(GatewayCalls.call("GET", erasure)).getBody()).contains("<form");
    assertThat(subscribers.find(id).orElseThrow().status()).isEqualTo("active");
    assertThat(press(erasure, "action=erase").getStatusCode()).isEqualTo(200);
    assertThat(subscribers.find(id).orElseThrow().status()).isEqualTo("erased");
    assertThat(press(erasure, "").getStatusCode()).as("once more").isEqualTo(200);
    assertThat(call(GatewayCalls.call("GET", link)).getStatusCode())
        .as("an erased person's link")
        .isEqualTo(200);
    clock.pass(Duration.ofDays(1));
    assertThat(press(erasure, "").getStatusCode()).isEqualTo(410);
  }

  private APIGatewayProxyResponseEvent press(String link, String form) {
    return call(
        GatewayCalls.call("POST", link)
            .header("Accept", "text/html")
            .body("application/x-www-form-urlencoded", form));
  }

  @Test
  void programsGetAndSaveTheSameAsJson() {
    subscribeMe();
    var id = subscribers.ofAccount("ada").orElseThrow().id();
    var link = "/v1/p/" + TestKeys.link(links, id, TOPIC);
    var save =
        GatewayCalls.call("POST", link)
            .header("Accept", "application/json")
            .json(
                "{\"action\":\"save\",\"topics\":[\"press-briefings\"],\"language\":\"en\","
                    + "\"consentTextVersion\":\"2026-01\"}");

    var saved = Json.object(call(save).getBody());

    assertThat(saved).containsEntry("deliverable", true).containsEntry("language", "en");
    assertThat(saved).containsKeys("undo", "why", "topics", "address");
    assertThat(subscribers.topicsOf(id)).containsExactly("press-briefings");
    assertThat(problem(call(save.json("{\"action\":\"dance\"}")))).isEqualTo("422 validation");
    assertThat(
            problem(
                call(
                    save.json(
                        "{\"action\":\"save\",\"topics\":[\"announcements\"],"
                            + "\"consentTextVersion\":\"old\"}"))))
        .isEqualTo("409 terms-outdated");
    assertThat(problem(call(save.json("{\"action\":\"save\",\"language\":\"xx\"}"))))
        .isEqualTo("422 validation");
  }

  @Test
  void suppressedPersonIsToldSoEverywhere() {
    subscribeMe();
    var id = subscribers.ofAccount("ada").orElseThrow().id();
    subscribers.suppress(id, "bounce", clock.instant());

    assertThat(Json.object(subscribeMe().getBody())).containsEntry("deliverable", false);
    var mine = GatewayCalls.call("GET", "/v1/me/subscriptions").signedIn("ada");
    assertThat(Json.object(call(mine).getBody())).containsEntry("deliverable", false);
    var page = "/v1/p/" + TestKeys.link(links, id, TOPIC);
    assertThat(call(GatewayCalls.call("GET", page)).getBody()).contains("desk@clipdesk.example");
    confirmations.put(
        Sha256.hex("token"),
        new Confirmation(
            new EmailAddress(ADA), List.of(TOPIC), Language.EN, "2026-01", clock.instant()),
        clock.instant().plus(Duration.ofDays(7)));
    assertThat(press("/v1/subscriptions/confirmations/token", "").getBody())
        .contains("Mail does not reach you")
        .doesNotContain("You will get");
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

  @Test
  void linksMayBeFollowedAHundredAndTwentyTimesAMinuteAndOneClickAlways() {
    var id = subscribers.ofAddress(new EmailAddress(ADA), Language.FR, clock.instant()).id();
    var link = "/v1/u/" + TestKeys.link(links, id, TOPIC);
    for (int i = 0; i < 120; i++) {
      assertThat(call(GatewayCalls.call("GET", link)).getStatusCode()).isEqualTo(200);
    }

    assertThat(problem(call(GatewayCalls.call("GET", link)))).isEqualTo("429 too-many-requests");
    assertThat(call(GatewayCalls.call("POST", link)).getStatusCode()).isEqualTo(200);
    assertThat(subscribers.consents()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*;q=0", "application/json", "text/html;q=0", "nonsense"})
  void oneClickTakesWhateverTypesAreAskedFor(String accept) {
    var id = subscribers.ofAddress(new EmailAddress(ADA), Language.FR, clock.instant()).id();
    var link = "/v1/u/" + TestKeys.link(links, id, TOPIC);

    assertThat(call(GatewayCalls.call("POST", link).header("Accept", accept)).getStatusCode())
        .isEqualTo(200);
  }

  @Test
  void forgedUnsubscribeLinkIsNone() {
    var link = "/v1/u/" + TestKeys.link(links, "s1", TOPIC);

    for (var forged :
        List.of(
            link + "A",
            link.replace("s1", "s2"),
            link.replace(".k1.", ".k2."),
            link.substring(0, link.lastIndexOf('.')),
            link.substring(0, link.length() - 1),
            "/v1/u/u1",
            "/v1/p/e1.k1.s1.1.AAAA")) {
      var json = GatewayCalls.call("GET", forged).header("Accept", "application/json");
      assertThat(problem(call(json))).isEqualTo("404 not-found");
      var page = press(forged, "");
      assertThat(page.getStatusCode()).as("a person gets a page").isEqualTo(404);
      assertThat(page.getBody()).contains("<h1>").doesNotContain("<form");
    }
  }

  @Test
  void linkOfATopicThatWasGivenUpStillEndsIt() {
    var id = subscribers.ofAddress(new EmailAddress(ADA), Language.FR, clock.instant()).id();
    var link = "/v1/u/" + TestKeys.link(links, id, "given-up");

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
