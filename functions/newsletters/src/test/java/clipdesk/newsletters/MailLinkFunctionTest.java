package clipdesk.newsletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import clipdesk.common.GatewayCalls;
import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.aws.Secrets;
import clipdesk.common.digests.HmacSha256;
import clipdesk.common.digests.Sha256;
import clipdesk.common.json.Json;
import clipdesk.common.localisation.Language;
import clipdesk.contracts.newsletters.ErasureToMail;
import clipdesk.contracts.newsletters.NewsletterOffer;
import clipdesk.newsletters.links.LinkSigner;
import clipdesk.newsletters.subscriptions.Confirmation;
import clipdesk.newsletters.subscriptions.InMemoryConfirmations;
import clipdesk.newsletters.subscriptions.TestKeys;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where links in mails lead. */
final class MailLinkFunctionTest extends NewsletterCalls {
  private final InMemoryConfirmations confirmations = context.getBean(InMemoryConfirmations.class);
  private final LinkSigner links = context.getBean(LinkSigner.class);

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
    var offered =
        GatewayCalls.call("PUT", "/v1/newsletter-offers/" + offer())
            .json(
                "{\"topics\":[\"%s\"],\"language\":\"uk\",\"consentTextVersion\":\"%s\"}"
                    .formatted(TOPIC, consentVersion()));
    assertThat(Json.object(call(offered).getBody())).containsEntry("deliverable", false);
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

  /** As the accounts context signs it. */
  private String offer() {
    var now = clock.instant();
    byte[] key = context.getBean(Secrets.class).key(TestWiring.sampleConfig().offerKeyArn());
    return new NewsletterOffer("ada", ADA, now, now.plus(Duration.ofHours(1)), "offer-1")
        .token(text -> HmacSha256.of(key, text));
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
}
