package clipdesk.newsletters;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.GatewayCalls;
import clipdesk.common.json.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What everybody may read of what was sent. */
final class ArchiveFunctionTest extends ArchiveCalls {
  @Test
  void listIsNewestFirstInPagesAndHasOnlyWhatWasSent() {
    sent(FIRST, "One");
    sent(SECOND, "Two & <two>");
    campaigns.draft(THIRD, TOPIC, texts("Three"), clock.instant());

    var first = get("/v1/newsletters", Map.of("limit", "1", "lang", "uk"));
    var next = (String) Json.object(first.getBody()).get("nextCursor");
    var second = get("/v1/newsletters", Map.of("limit", "1", "cursor", next));

    assertThat(first.getStatusCode()).isEqualTo(200);
    assertThat(items(first))
        .containsExactly(
            Map.of(
                "newsletterId", SECOND,
                "topic", TOPIC,
                "topicName", "Оголошення",
                "sentAt", "2026-02-12T15:01:00.000Z",
                "subject", "Two & <two>",
                "preheader", "Before",
                "href", "https://api.clipdesk.example/v1/newsletters/" + SECOND + "?lang=uk"));
    assertThat(items(second)).extracting(it -> it.get("newsletterId")).containsExactly(FIRST);
    assertThat(Json.object(second.getBody())).doesNotContainKey("nextCursor");
    assertThat(get("/v1/newsletters", Map.of("topic", "press-briefings")).getBody())
        .isEqualTo("{\"items\":[]}");
  }

  @Test
  void newsletterIsTheSameForEverybodyAndHasNothingPersonal() {
    sent(FIRST, "One");

    var json = get("/v1/newsletters/" + FIRST, Map.of("lang", "fr"));
    var page = page("/v1/newsletters/" + FIRST, "fr");

    assertThat(Json.object(json.getBody()))
        .containsEntry(
            "html",
            "<h2>Heading</h2>\n<p>See <a rel=\"nofollow\" href=\"https://b.example/\">this</a></p>")
        .containsEntry("language", "fr")
        .containsEntry("subject", "One");
    assertThat(page.getBody())
        .contains(
            "<html lang=\"fr\" dir=\"ltr\">", "<h1>One</h1>", "<h2>Heading</h2>", "hreflang=\"uk\"")
        .doesNotContain("{{", "/v1/u/", "/v1/p/", "<script");
    assertThat(header(page, "Content-Type")).startsWith("text/html");
    assertThat(header(page, "Content-Security-Policy"))
        .contains("default-src 'none'", "img-src https://clipdesk.example")
        .doesNotContain("unsafe");
    for (var answer : List.of(json, page)) {
      assertThat(header(answer, "Cache-Control")).isEqualTo("public, max-age=60");
      assertThat(answer.getMultiValueHeaders().get("Vary").toString())
          .contains("Accept-Language", "Accept-Encoding", "Accept");
      assertThat(answer.getMultiValueHeaders()).doesNotContainKey("X-Robots-Tag");
    }
    assertThat(header(json, "ETag")).isNotEqualTo(header(page, "ETag"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/newsletters", "/v1/newsletters/feed.atom", "/v1/newsletters/x"})
  void whoHasItAlreadyGetsItNotAgain(String path) {
    sent(FIRST, "One");
    var whole = path.replace("/x", "/" + FIRST);
    var tag = header(get(whole, Map.of()), "ETag");

    var again = call(GatewayCalls.call("GET", whole).header("If-None-Match", tag));
    var other =
        call(GatewayCalls.call("GET", whole).query("lang", "uk").header("If-None-Match", tag));

    assertThat(again.getStatusCode()).isEqualTo(304);
    assertThat(again.getBody()).isNullOrEmpty();
    assertThat(other.getStatusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"33333333333333333333333333", "x", "../x", "44444444444444444444444444"})
  void whatWasNotSentIsNotThere(String id) {
    campaigns.draft(THIRD, TOPIC, texts("Three"), clock.instant());

    assertThat(problem(get("/v1/newsletters/" + id, Map.of()))).isEqualTo("404 not-found");
  }

  @Test
  void wrongQueriesAreRefused() {
    for (var path : List.of("/v1/newsletters", "/v1/newsletters/feed.atom")) {
      assertThat(problem(get(path, Map.of("topic", "../x")))).isEqualTo("422 validation");
      assertThat(problem(get(path, Map.of("lang", "ru")))).isEqualTo("422 validation");
    }
    for (var cursor : List.of("x", "eA", "\u0000", "Q0FNUCMx")) {
      assertThat(problem(get("/v1/newsletters", Map.of("cursor", cursor))))
          .isEqualTo("400 bad-request");
    }
    assertThat(problem(get("/v1/newsletters", Map.of("limit", "0")))).isEqualTo("422 validation");
  }

  @Test
  void listIsAPageForABrowser() {
    sent(FIRST, "One");
    sent(SECOND, "Two & <two>");

    var page = page("/v1/newsletters", "en");

    assertThat(page.getBody())
        .containsSubsequence("<h1>Newsletters</h1>", "Two &amp; &lt;two&gt;", "One")
        .contains("application/atom+xml", "/v1/newsletters/feed.atom?lang=en");
    var older =
        call(
            GatewayCalls.call("GET", "/v1/newsletters")
                .query("limit", "1")
                .header("Accept", "text/html"));
    assertThat(older.getBody()).contains("&amp;cursor=");
  }
}
