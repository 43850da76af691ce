package clipdesk.newsletters.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.localisation.Language;
import clipdesk.common.mail.Looks;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class EveryMailTest {
  private static final Pattern WORD = Pattern.compile("\\p{L}+");
  private static final Pattern PREHEADER =
      Pattern.compile("<div style=\"display:none.*?</div>", Pattern.DOTALL);

  @ParameterizedTest
  @EnumSource
  void textHasTheWordsOfTheHtmlInTheirOrder(Language language) {
    EveryMail.in(language)
        .forEach(
            (kind, mail) -> {
              assertThat(words(mail.text().replaceAll("https://[^\\s)]+", "")))
                  .as("%s in %s", kind, language)
                  .isEqualTo(words(read(mail.html())));
              assertThat(mail.text().lines())
                  .as("%s in %s: lines", kind, language)
                  .hasSizeGreaterThan(10)
                  .noneMatch(it -> it.length() > 998);
            });
  }

  @ParameterizedTest
  @EnumSource
  void mailsAreKeptForABrowser(Language language) {
    EveryMail.in(language)
        .forEach((kind, mail) -> Looks.keep("mail-" + kind, language, mail.html()));

    assertThat(EveryMail.in(language).values()).allMatch(it -> it.html().contains("<h1"));
  }

  /** What somebody reads who sees no pictures. */
  private static String read(String html) {
    var body = html.substring(html.indexOf("<body"));
    return PREHEADER
        .matcher(body)
        .replaceAll("")
        .replaceAll("<img[^>]* alt=\"([^\"]*)\"[^>]*>", "$1")
        .replaceAll("<[^>]*>", " ")
        .replaceAll("&(lt|gt|amp|quot);", " ");
  }

  private static List<String> words(String text) {
    // What an address adds, the HTML has behind its words.
    return WORD.matcher(text).results().map(MatchResult::group).toList();
  }
}
