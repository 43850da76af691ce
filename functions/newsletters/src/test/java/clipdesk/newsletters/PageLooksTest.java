package clipdesk.newsletters;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.GatewayCalls;
import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.digests.Sha256;
import clipdesk.common.json.Json;
import clipdesk.common.localisation.Language;
import clipdesk.common.mail.Looks;
import clipdesk.newsletters.links.LinkSigner;
import clipdesk.newsletters.subscriptions.Confirmation;
import clipdesk.newsletters.subscriptions.Consent;
import clipdesk.newsletters.subscriptions.InMemoryConfirmations;
import clipdesk.newsletters.subscriptions.TestKeys;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every page behind a link of a mail, as the function answers it; a browser looks at them later.
 */
final class PageLooksTest extends ArchiveCalls {
  private static final String BRIEFINGS = "press-briefings";

  private final InMemoryConfirmations confirmations = context.getBean(InMemoryConfirmations.class);
  private final LinkSigner links = context.getBean(LinkSigner.class);

  @ParameterizedTest
  @EnumSource
  void pagesOfChoicesAreInTheReadersLanguage(Language language) {
    var id = reader(language);
    var token = TestKeys.link(links, id, TOPIC);
    var leave = "/v1/u/" + token;
    var choices = "/v1/p/" + token;

    keep("unsubscribe", language, 200, show(leave, language));
    keep("unsubscribed", language, 200, press(leave, "unsubscribe", language));
    keep("undone", language, 200, press(leave, "undo", language));
    keep("preferences", language, 200, show(choices, language));
    keep(
        "preferences-saved",
        language,
        200,
        press(choices, "save&language=" + language.tag(), language));
    keep("preferences-nothing", language, 200, press(choices, "unsubscribe-all", language));
    keep("preferences-outdated", language, 200, press(choices, "save&topic=" + TOPIC, language));
    keep("erasure-asked", language, 200, press(choices, "erase", language));
    subscribers.suppress(id, "bounce", clock.instant());
    keep("preferences-suppressed", language, 200, show(choices, language));
    var erase = "/v1/p/" + TestKeys.erasure(links, id, clock.instant().plus(Duration.ofDays(1)));
    keep("erase", language, 200, show(erase, language));
    keep("erased", language, 200, press(erase, "erase", language));
    clock.pass(Duration.ofDays(1));
    keep("link-too-old", language, 410, show(erase, language));
    keep("link-of-nobody", language, 404, show(leave + "x", language));
  }

  private String reader(Language language) {
    var reader = subscribers.ofAddress(new EmailAddress(ADA), language, clock.instant());
    for (var topic : List.of(TOPIC, BRIEFINGS)) {
      var text = new Consent.ShownText("2026-01", language, "hash");
      subscribers.apply(
          reader.id(),
          Consent.granted("public-form", List.of(topic), language, clock.instant()).showing(text));
    }
    return reader.id();
  }

  @ParameterizedTest
  @EnumSource
  void pagesOfAConfirmationAreInTheLanguageItWasAskedIn(Language language) {
    confirmations.put(
        Sha256.hex("token"),
        new Confirmation(
            new EmailAddress(ADA), List.of(TOPIC, BRIEFINGS), language, "2026-01", clock.instant()),
        clock.instant().plus(Duration.ofDays(7)));
    var link = "/v1/subscriptions/confirmations/token";

    keep("confirm", language, 200, show(link, language));
    keep("confirmed", language, 200, press(link, "confirm", language));
  }

  @ParameterizedTest
  @EnumSource
  void pagesOfTheArchiveAreInTheLanguageThatIsAskedFor(Language language) {
    keep("archive-empty", language, 200, page("/v1/newsletters", language.tag()));
    sent(FIRST, "One & two");
    sent(SECOND, "Three");

    keep("archive", language, 200, page("/v1/newsletters", language.tag()));
    keep("archived", language, 200, page("/v1/newsletters/" + FIRST, language.tag()));
    keep("archive-of-none", language, 404, page("/v1/newsletters/" + THIRD, language.tag()));
    assertThat(listing(FIRST, false, "\"v2\"").getStatusCode()).isEqualTo(200);
    keep("archive-withdrawn", language, 410, page("/v1/newsletters/" + FIRST, language.tag()));
    campaigns.draft(THIRD, TOPIC, texts("Soon"), clock.instant());
    keep("preview", language, 200, page(preview(), language.tag()));
  }

  private String preview() {
    var made =
        editor("POST", "/v1/editor/campaigns/" + THIRD + "/preview-links")
            .header("Idempotency-Key", "0123456789abcdef")
            .json("{}");
    return URI.create((String) Json.object(call(made).getBody()).get("href")).getPath();
  }

  private APIGatewayProxyResponseEvent show(String link, Language language) {
    return call(asked("GET", link, language));
  }

  private APIGatewayProxyResponseEvent press(String link, String action, Language language) {
    return call(
        asked("POST", link, language)
            .body("application/x-www-form-urlencoded", "action=" + action));
  }

  private static GatewayCalls asked(String method, String link, Language language) {
    return GatewayCalls.call(method, link)
        .header("Accept", "text/html")
        .header("Accept-Language", language.tag());
  }

  private static void keep(
      String kind, Language language, int status, APIGatewayProxyResponseEvent answer) {
    assertThat(answer.getStatusCode()).as(kind).isEqualTo(status);
    assertThat(answer.getBody())
        .as(kind)
        .contains("<html lang=\"" + language.tag() + "\" dir=\"ltr\">", "<h1")
        .doesNotContain("<script", "{0}", "[[");
    Looks.keep(
        "page-" + kind, language, answer.getBody(), header(answer, "Content-Security-Policy"));
  }
}
