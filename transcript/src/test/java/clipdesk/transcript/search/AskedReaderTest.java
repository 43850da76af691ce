package clipdesk.transcript.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.transcript.refusals.MalformedInputException;
import clipdesk.transcript.search.Asked.Beginning;
import clipdesk.transcript.search.Asked.Phrase;
import clipdesk.transcript.search.Asked.Term;
import clipdesk.transcript.search.Asked.Word;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AskedReaderTest {
  @Test
  void wordsPhrasesBeginningsAndWhatIsNotWanted() {
    assertThat(AskedReader.read("treaty \"did not sign\" -\"by force\" -war negot*").terms())
        .containsExactly(
            new Term(new Word("treaty"), false),
            new Term(new Phrase(List.of("did", "not", "sign")), false),
            new Term(new Phrase(List.of("by", "force")), true),
            new Term(new Word("war"), true),
            new Term(new Beginning("negot"), false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"“le traité”", "« le traité »", "„le traité“", "\"le traité\""})
  void everyKindOfQuotationMarkHoldsAPhrase(String question) {
    assertThat(AskedReader.read(question).terms())
        .containsExactly(new Term(new Phrase(List.of("le", "traité")), false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title:(a OR b) AND c",
        "treaty~2 [a TO b]",
        "a^4 && {x} || !y",
        "/re.*gex/ foo\\:bar",
        "*:* x",
        "??? treaty ***",
        "<script>alert(1)</script>",
        "'; DROP TABLE x --"
      })
  void syntaxOfASearchEngineIsPunctuation(String question) {
    assertThat(AskedReader.read(question).terms())
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it.wanted()).isInstanceOf(Word.class))
        .allSatisfy(it -> assertThat(((Word) it.wanted()).text()).matches("[\\p{L}\\p{Nd}.]+"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|missing",
        "'   '|missing",
        "-war|missing",
        "'- - -'|missing",
        "'\"\"'|missing",
        "!?|missing",
        "😀|missing",
        "'\"treaty'|unbalanced-quote",
        "'treaty \"'|unbalanced-quote",
        "'a \"b c\" \"d'|unbalanced-quote",
        "'«'|unbalanced-quote",
        "ab*|too-short",
        "'l’a*'|too-short"
      })
  void questionThatIsNoneIsRefused(String question, String code) {
    refused(question, code);
  }

  @Test
  void boundsAreInclusive() {
    assertThat(AskedReader.read("a b c d e f g h i j").terms()).hasSize(10);
    refused("a b c d e f g h i j k", "too-many-terms");
    assertThat(AskedReader.read("x".repeat(200)).terms()).hasSize(1);
    refused("x".repeat(201), "too-long");
    assertThat(AskedReader.read("abc*").terms())
        .containsExactly(new Term(new Beginning("abc"), false));
    refused("*".repeat(200), "missing");
    refused("*".repeat(1_000), "too-long");
    assertThat(AskedReader.read("😀".repeat(198) + " x").terms()).hasSize(1);
  }

  @Test
  void oddCharactersAreNoWords() {
    assertThat(AskedReader.read("a\0b \ud83d c\u200bd").terms())
        .extracting(it -> ((Word) it.wanted()).text())
        .containsExactly("a", "b", "c\u200bd");
  }

  private static void refused(String question, String code) {
    assertThatThrownBy(() -> AskedReader.read(question))
        .isInstanceOf(MalformedInputException.class)
        .extracting(it -> ((MalformedInputException) it).code())
        .isEqualTo(code);
  }
}
