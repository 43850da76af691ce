package clipdesk.newsletters.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.localisation.Language;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LetterTest {
  private static final String PAGE = "https://clipdesk.example/v1/newsletters/c1?lang=fr&x=1";

  @ParameterizedTest
  @EnumSource
  void readerLearnsWhyAndHowToLeaveInEveryLanguage(Language language) {
    var mail = letter(language, "B").to("https://a.example/u", "https://a.example/p");

    assertThat(mail.html())
        .contains("Briefs &amp; more")
        .containsSubsequence(
            "lang=fr&amp;x=1\"", "href=\"https://a.example/p\"", "href=\"https://a.example/u\"")
        .doesNotContain("{{");
    assertThat(mail.text())
        .containsSubsequence("Briefs & more", PAGE, "https://a.example/p", "https://a.example/u")
        .doesNotContain("{{");
  }

  @Test
  void preheaderIsMailed() {
    assertThat(letter(Language.EN, "B").to("u", "p").html())
        .containsOnlyOnce(">Three new &lt;videos&gt;</div>");
  }

  @Test
  void headingsStandBelowTheSubjectAndSkipNoLevel() {
    var html = letter(Language.EN, "# A\n\n### B\n\n# C\n\n###### D").to("u", "p").html();

    assertThat(html).containsOnlyOnce("<h1");
    assertThat(html.replaceAll(" (style|class)=\"[^\"]*\"", ""))
        .containsSubsequence("<h1>S</h1>", "<h2>A</h2>", "<h3>B</h3>", "<h2>C</h2>", "<h3>D</h3>");
  }

  @Test
  void textHasTheLinesOfTheHtmlAndLinksAsAddresses() {
    var text = letter(Language.EN, "# A\n\nOne [two](https://b.example/2)\n\n* x\n* y").text();

    assertThat(text).contains("S\n\nA\n\nOne \"two\" (https://b.example/2)\n\n");
    assertThat(text).containsPattern("[-*] x\n+[-*] y");
  }

  @Test
  void whatAnEditorTypedIsNoMarkup() {
    var letter = letter(Language.EN, "<script>x</script> <b>y</b>");

    assertThat(letter.html()).doesNotContain("<script", "<b>");
    assertThat(letter.body())
        .isEqualTo("<p>&lt;script&gt;x&lt;/script&gt; &lt;b&gt;y&lt;/b&gt;</p>");
  }

  @Test
  void archiveHasTheWordsWithoutTheFrame() {
    assertThat(letter(Language.EN, "# A\n\nB").body()).isEqualTo("<h2>A</h2>\n<p>B</p>");
  }

  @Test
  void campaignThatIsKeptOutHasNoLinkToItsPage() {
    var head = new Letterhead("Council", "desk@a.example", "T", Optional.empty());

    assertThat(Letter.of(Language.EN, head, "S", "", "B").text()).doesNotContain("https://");
  }

  private static Letter letter(Language language, String markdown) {
    var head = new Letterhead("Council", "desk@a.example", "Briefs & more", Optional.of(PAGE));
    return Letter.of(language, head, "S", "Three new <videos>", markdown);
  }
}
