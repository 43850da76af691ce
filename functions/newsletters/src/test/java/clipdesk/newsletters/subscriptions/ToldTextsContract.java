package clipdesk.newsletters.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.digests.Sha256;
import clipdesk.common.localisation.Language;
import clipdesk.newsletters.subscriptions.Consent.ShownText;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of texts of others keeps, and for ever. */
abstract class ToldTextsContract {
  private final String words = "Écrivez-moi. Пишіть. \uD83D\uDCEC " + UUID.randomUUID();

  abstract ToldTexts texts();

  @Test
  void textIsFoundByWhatItsKeepingSaidWhoeverKeptIt() {
    var shown = texts().keep(words, Language.UK);

    assertThat(shown).isEqualTo(new ShownText(ToldTexts.VERSION, Language.UK, Sha256.hex(words)));
    assertThat(texts().find(shown)).contains(words);
  }

  @Test
  void textThatIsKeptTwiceIsOne() {
    var first = texts().keep(words, Language.FR);

    assertThat(texts().keep(words, Language.FR)).isEqualTo(first);
    assertThat(texts().keep(words + ".", Language.FR)).isNotEqualTo(first);
    assertThat(texts().find(first)).contains(words);
  }

  @Test
  void textThatNobodyKeptIsNone() {
    var other = new ShownText(ToldTexts.VERSION, Language.EN, Sha256.hex(words));

    assertThat(texts().find(other)).isEmpty();
  }
}
