package clipdesk.transcript.search;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.transcript.language.Words;
import clipdesk.transcript.script.WordRange;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rule, a pair of a question and a text each. */
final class AnsweringTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        // the same word in another spelling
        "en|treaty|The TREATY was signed",
        "fr|ecoles|Les écoles ouvrent",
        "fr|écoles|LES ECOLES OUVRENT",
        "uk|п’ятниця|у п'ятниця була",
        "uk|п'ятниця|у пʼятниця була",
        "uk|пятниця|у п’ятниця була",
        "uk|замок|старий за\u0301мок",
        "en|cooperation|their co-operation",
        "en|co-operation|their cooperation",
        "en|UN|the U.N. said",
        "en|U.N.|the UN said",
        "en|naive|a naïve idea",
        "en|soft|a so\u00adft word",
        // articles that are joined
        "fr|Europe|il parle de l’Europe",
        "fr|Europe|il parle de l'Europe",
        "fr|l’Europe|Europe unie",
        "fr|accord|qu'accord fut pris",
        "fr|école|jusqu’école",
        "en|council|the council’s answer",
        // forms of a word
        "en|vote|they voted twice",
        "en|votes|a vote was held",
        "en|negotiation|negotiations go on",
        "fr|ministre|les ministres européens",
        "fr|européen|les ministres européens",
        "fr|l'élection|élections anticipées",
        "uk|союзник|разом із союзниками",
        "uk|сказати|вона сказала правду",
        "uk|пам'ять|хвилина пам’яті",
        "uk|Україна|допомога Україні",
        // parts of joined words, and the whole by its parts
        "en|president|the vice-president spoke",
        "en|vice-president|the vice president spoke",
        "en|\"vice-president spoke\"|the vice president spoke",
        "en|152|we pay €152 a day",
        "en|5|up 5% since",
        // a phrase goes over the end of a sentence
        "en|\"sign it. We\"|they sign it. We wait",
        "en|\"THE TREATY\"|sign the treaty",
        "fr|\"Europe unie\"|pour l’Europe unie",
        "en|negot*|negotiators met",
        "fr|éur*|en Europe",
        "en|treaty -war|the treaty of peace",
        "en|-\"the war\" treaty|war and the treaty"
      })
  void answers(String language, String question, String text) {
    assertThat(found(language, question, text)).as(question).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "en|treaty war|the treaty of peace",
        "en|\"treaty the\"|the treaty of peace",
        "en|\"the peace\"|the treaty of peace",
        "en|treaty -peace|the treaty of peace",
        "en|\"vote\"|they voted twice",
        "en|vice-president|the president spoke",
        "en|vice-president|the president and his vice",
        "en|reat*|the treaty of peace",
        "fr|vote|they voted twice",
        "de|vote|they voted twice",
        "uk|гора|у місті",
        "uk|кит|і кіт спить"
      })
  void doesNotAnswer(String language, String question, String text) {
    assertThat(found(language, question, text)).as(question).isEmpty();
  }

  @Test
  void matchedWordsAreNamedAndOverlapsMerged() {
    var found = found("en", "\"did not sign\" sign* treaty", "it did not sign the treaty, signed");

    assertThat(Answering.merged(found.orElseThrow()))
        .containsExactly(new WordRange(1, 4), new WordRange(5, 6), new WordRange(6, 7));
  }

  /**
   * elastic/elasticsearch#52264: with either apostrophe, the word that has the article is meant.
   */
  @ParameterizedTest
  @ValueSource(strings = {"'", "’"})
  void elidedArticleHidesNoWordAndMovesNone(String apostrophe) {
    var said = "il parle de l" + apostrophe + "Europe unie";

    assertThat(Answering.merged(found("fr", "\"Europe unie\"", said).orElseThrow()))
        .containsExactly(new WordRange(3, 5));
    assertThat(Answering.merged(found("fr", "l’Europe", said).orElseThrow()))
        .containsExactly(new WordRange(3, 4));
  }

  private static Optional<List<List<WordRange>>> found(
      String language, String question, String text) {
    var words = Words.cut(text, 0, text.length()).stream().map(it -> it.of(text)).toList();
    return new Answering(AskedReader.read(question), language).in(words);
  }
}
