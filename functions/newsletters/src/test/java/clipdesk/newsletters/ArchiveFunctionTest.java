package clipdesk.newsletters;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.GatewayCalls;
import clipdesk.common.json.Json;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** What everybody may read of what was sent. */
final class ArchiveFunctionTest extends NewsletterCalls {
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String FIRST = "1".repeat(26);
  private static final String SECOND = "2".repeat(26);
  private static final String THIRD = "3".repeat(26);

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
  void browserIsToldInWordsWhatIsNotThere() {
    sent(FIRST, "One");
    listing(FIRST, false, "\"v2\"");

    var gone = page("/v1/newsletters/" + THIRD, "uk");
    var withdrawn = page("/v1/newsletters/" + FIRST, "uk");

    assertThat(gone.getStatusCode()).isEqualTo(404);
    assertThat(gone.getBody()).contains("Такої розсилки немає");
    assertThat(withdrawn.getStatusCode()).isEqualTo(410);
    assertThat(withdrawn.getBody()).contains("відкликано").doesNotContain("One");
    assertThat(header(withdrawn, "Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void editorTakesANewsletterBackAndListsItAgain() {
    sent(FIRST, "One");

    var taken = listing(FIRST, false, "\"v2\"");

    assertThat(taken.getStatusCode()).isEqualTo(200);
    assertThat(header(taken, "ETag")).isEqualTo("\"v3\"");
    assertThat(Json.object(taken.getBody())).containsEntry("listed", false);
    assertThat(problem(get("/v1/newsletters/" + FIRST, Map.of()))).isEqualTo("410 withdrawn");
    assertThat(get("/v1/newsletters/" + FIRST, Map.of()).getBody())
        .contains("\"withdrawnAt\":\"2026-02-12T15:01:00.000Z\"");
    assertThat(items(get("/v1/newsletters", Map.of()))).isEmpty();
    assertThat(get("/v1/newsletters/feed.atom", Map.of()).getBody()).doesNotContain("<entry>");

    assertThat(listing(FIRST, true, "\"v3\"").getStatusCode()).isEqualTo(200);
    assertThat(items(get("/v1/newsletters", Map.of()))).hasSize(1);
  }

  @Test
  void listingIsForEditorsWithTheirEntityTag() {
    sent(FIRST, "One");
    var put =
        GatewayCalls.call("PUT", "/v1/editor/campaigns/" + FIRST + "/archive")
            .json("{\"listed\":false}");

    assertThat(problem(call(put.signedIn("ada")))).isEqualTo("403 forbidden");
    assertThat(problem(call(put.signedIn("eve", Map.of("cognito:groups", "[editors]")))))
        .isEqualTo("428 precondition-required");
    assertThat(problem(listing(FIRST, false, "\"v1\""))).isEqualTo("412 precondition-failed");
    assertThat(problem(listing(THIRD, false, "\"v1\""))).isEqualTo("404 not-found");
    var wrong =
        GatewayCalls.call("PUT", "/v1/editor/campaigns/" + FIRST + "/archive")
            .signedIn("eve", Map.of("cognito:groups", "[editors]"))
            .header("If-Match", "\"v2\"")
            .json("{\"listed\":\"no\"}");
    assertThat(problem(call(wrong))).isEqualTo("422 validation");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/html", "text/html,*/*;q=0.8", "*/*"})
  void feedIsAFeedWhateverIsAskedFor(String accept) {
    var answer =
        call(GatewayCalls.call("GET", "/v1/newsletters/feed.atom").header("Accept", accept));

    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).startsWith("application/atom+xml");
  }

  /** RFC 4287: what each feed and each entry must have, and where it must be an IRI or a date. */
  @ParameterizedTest
  @ValueSource(strings = {"fr", "en", "uk"})
  void feedIsOneOfAtomWithAbsoluteLinksAndIdsThatStay(String language) throws Exception {
    sent(FIRST, "One");
    sent(SECOND, "Two & <two> \uFFFF");
    var answer = get("/v1/newsletters/feed.atom", Map.of("lang", language, "topic", TOPIC));

    assertThat(header(answer, "Content-Type")).startsWith("application/atom+xml");
    var feed = parsed(answer.getBody());
    assertThat(feed.getLocalName()).isEqualTo("feed");
    assertThat(feed.getAttribute("xml:lang")).isEqualTo(language);
    assertThat(child(feed, "title")).isNotBlank();
    assertThat(child(feed, "name")).isEqualTo("Council");
    assertThat(feed.getElementsByTagNameNS(ATOM, "entry").getLength()).isEqualTo(2);
    var elements = feed.getElementsByTagNameNS(ATOM, "*");
    for (int i = 0; i < elements.getLength(); i++) {
      var element = (Element) elements.item(i);
      switch (element.getLocalName()) {
        case "id" -> assertThat(element.getTextContent()).startsWith("https://");
        case "link" -> assertThat(element.getAttribute("href")).startsWith("https://");
        case "updated", "published" -> OffsetDateTime.parse(element.getTextContent());
        default -> {
          // Words.
        }
      }
    }
    var newest = (Element) feed.getElementsByTagNameNS(ATOM, "entry").item(0);
    assertThat(child(newest, "title")).isEqualTo("Two & <two> \uFFFD");
    assertThat(child(newest, "updated")).isEqualTo("2026-02-12T15:01:00.000Z");
    assertThat(child(newest, "id"))
        .isEqualTo("https://api.clipdesk.example/v1/newsletters/" + SECOND + "?lang=" + language);
    assertThat(get("/v1/newsletters/feed.atom", Map.of("lang", language, "topic", TOPIC)).getBody())
        .isEqualTo(answer.getBody());
  }

  @Test
  void feedOfNothingIsOne() throws Exception {
    assertThat(child(parsed(get("/v1/newsletters/feed.atom", Map.of()).getBody()), "updated"))
        .isEqualTo("1970-01-01T00:00:00.000Z");
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

  private void sent(String id, String subject) {
    campaigns.started(id, TOPIC, texts(subject), clock.instant());
    clock.pass(Duration.ofMinutes(1));
  }

  private static Map<String, Object> texts(String subject) {
    var words =
        Map.of(
            "subject", subject,
            "preheader", "Before",
            "bodyMarkdown", "# Heading\n\nSee [this](https://b.example/)");
    return Map.of("fr", words, "en", words, "uk", words);
  }

  private APIGatewayProxyResponseEvent listing(String id, boolean listed, String ifMatch) {
    return call(
        GatewayCalls.call("PUT", "/v1/editor/campaigns/" + id + "/archive")
            .signedIn("eve", Map.of("cognito:groups", "[editors]"))
            .header("If-Match", ifMatch)
            .json("{\"listed\":%s}".formatted(listed)));
  }

  private APIGatewayProxyResponseEvent get(String path, Map<String, String> query) {
    var call = GatewayCalls.call("GET", path);
    for (var parameter : query.entrySet()) {
      call = call.query(parameter.getKey(), parameter.getValue());
    }
    return call(call);
  }

  private APIGatewayProxyResponseEvent page(String path, String language) {
    return call(
        GatewayCalls.call("GET", path)
            .query("lang", language)
            .header("Accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8"));
  }

  private static String header(APIGatewayProxyResponseEvent answer, String name) {
    return answer.getMultiValueHeaders().get(name).getFirst();
  }

  @SuppressWarnings("unchecked") // items are objects
  private static List<Map<String, Object>> items(APIGatewayProxyResponseEvent answer) {
    return (List<Map<String, Object>>) Json.object(answer.getBody()).get("items");
  }

  private static Element parsed(String xml) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
        .getDocumentElement();
  }

  private static String child(Element element, String name) {
    return element.getElementsByTagNameNS(ATOM, name).item(0).getTextContent();
  }
}
