package clipdesk.newsletters;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.GatewayCalls;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** The feed of what was sent, RFC 4287. */
final class FeedFunctionTest extends ArchiveCalls {
  private static final String ATOM = "http://www.w3.org/2005/Atom";

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
