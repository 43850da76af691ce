package clipdesk.newsletters;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.GatewayCalls;
import clipdesk.common.json.Json;
import clipdesk.newsletters.links.LinkSigner;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A campaign that is shown to whoever an editor gives the address. */
final class PreviewFunctionTest extends NewsletterCalls {
  private static final String ID = "0".repeat(26);

  @BeforeEach
  void draft() {
    campaigns.untested(
        ID,
        TOPIC,
        Map.of("fr", words("Bonjour"), "en", words("Hello"), "uk", words("Вітаємо")),
        clock.instant());
  }

  @Test
  void previewShowsWhatWillBeMailedInEachLanguage() {
    var link = link();

    assertThat(show(link, "fr", "html").getBody()).contains("Bonjour", "<html");
    assertThat(show(link, "uk", "text").getBody()).contains("Вітаємо").doesNotContain("<html");
    var page = show(link, "en", "html");
    assertThat(page.getStatusCode()).isEqualTo(200);
    assertThat(page.getMultiValueHeaders())
        .containsEntry("Content-Language", List.of("en"))
        .containsEntry("Cache-Control", List.of("no-store"))
        .containsEntry("X-Robots-Tag", List.of("noindex"));
    assertThat(page.getMultiValueHeaders().get("Content-Type").getFirst()).startsWith("text/html");
  }

  @Test
  void previewActsOnNothing() {
    var page = show(link(), "en", "html");

    assertThat(page.getMultiValueHeaders().get("Content-Security-Policy").getFirst())
        .startsWith("default-src 'none'; img-src https://clipdesk.example;")
        .contains("form-action 'none'", "frame-ancestors 'none'")
        .doesNotContain("script-src");
    assertThat(page.getBody()).doesNotContain("/v1/u/", "/v1/p/", "{{", "<script>alert");
    assertThat(show(link(), "en", "text").getBody()).doesNotContain("/v1/u/", "/v1/p/", "{{");
  }

  @Test
  void linkIsGoodForADay() {
    var made = make();
    assertThat(made.getStatusCode()).isEqualTo(201);
    assertThat(Json.object(made.getBody()))
        .containsEntry("expiresAt", "2026-02-13T15:00:00.000Z")
        .containsEntry("revision", 1);
    var link = path(made);

    clock.pass(Duration.ofHours(24).minusSeconds(1));
    assertThat(show(link, "en", "html").getStatusCode()).isEqualTo(200);
    clock.pass(Duration.ofSeconds(1));
    assertThat(problem(show(link, "en", "html"))).isEqualTo("410 link-expired");
  }

  /** Its links are of the revision before. */
  @Test
  void linkEndsWithItsRevision() {
    var other = ID + ".2." + clock.instant().plusSeconds(60).getEpochSecond();
    var gone = "1".repeat(26) + ".1." + clock.instant().plusSeconds(60).getEpochSecond();
    var signer = context.getBean(LinkSigner.class);

    for (var rest : List.of(other, gone)) {
      var link = "/v1/previews/" + signer.signed("w1", rest);
      assertThat(problem(show(link, "en", "html"))).isEqualTo("410 link-expired");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "w1", "w1.k1.a.1.9999999999.x", "u1.k1.s1.c1.announcements.x"})
  void linkThatIsNoneOfOursIsNotFound(String token) {
    assertThat(problem(show("/v1/previews/" + token, "en", "html"))).isEqualTo("404 not-found");
  }

  @Test
  void linkThatSomebodyChangedIsNotFound() {
    var link = link();

    for (var changed :
        List.of(link.replace(".1.", ".2."), link + "x", link.substring(0, link.length() - 1))) {
      assertThat(problem(show(changed, "en", "html"))).isEqualTo("404 not-found");
    }
  }

  @ParameterizedTest
  @CsvSource({"de, html", "en, pdf", "'', html"})
  void whatThereIsNoPreviewOfIsRefused(String language, String part) {
    assertThat(problem(show(link(), language, part))).isEqualTo("422 validation");
  }

  @Test
  void onlyEditorsMakeLinks() {
    var ask =
        GatewayCalls.call("POST", "/v1/editor/campaigns/" + ID + "/preview-links")
            .header("Idempotency-Key", "0123456789abcdef")
            .json("{}");

    assertThat(problem(call(ask.signedIn("ada")))).isEqualTo("403 forbidden");
  }

  private APIGatewayProxyResponseEvent make() {
    return call(
        editor("POST", "/v1/editor/campaigns/" + ID + "/preview-links")
            .header("Idempotency-Key", "0123456789abcdef")
            .json("{}"));
  }

  private String link() {
    return path(make());
  }

  private static String path(APIGatewayProxyResponseEvent made) {
    return URI.create((String) Json.object(made.getBody()).get("href")).getPath();
  }

  private APIGatewayProxyResponseEvent show(String path, String language, String part) {
    return call(
        GatewayCalls.call("GET", path)
            .header("Accept", "text/html,*/*;q=0.8")
            .query("lang", language)
            .query("part", part));
  }

  private static Map<String, String> words(String text) {
    return Map.of("subject", text, "bodyMarkdown", text + " <script>alert(1)</script>");
  }
}
