package clipdesk.transcript.language;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.transcript.text.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LanguageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It is 5% of €152, or 1,000.50 at 10:30.|It/is/5%/of/€152/or/1,000.50/at/10:30",
        "l’OTAN, aujourd'hui, porte-parole|l’OTAN/aujourd'hui/porte-parole",
        "пам’ять, пам'ять, памʼять|пам’ять/пам'ять/памʼять",
        "the U.S. and watson.ch.Next|the/U.S/and/watson.ch/Next",
        "One.Two «three»—four|One/Two/three/four",
        "e\u0301te\u0301 co\u00adop|e\u0301te\u0301/co\u00adop",
        "שלום עולם|שלום/עולם",
        "10€20 and 10€ €20|10€/20/and/10€/€20",
        "- 'tis '90s -|tis/90s",
      })
  void wordsAreCutAsPeopleCountThem(String text, String words) {
    assertThat(cut(text)).containsExactly(words.split("/", -1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mr. A met Dr. Beta. Then he left.|Mr. A met Dr. Beta./Then he left.",
        "In the U.S. Army? Yes! No…|In the U.S. Army?/Yes!/No…",
        "Qui\u00a0? Moi\u202f! « Oui. » Bon.|Qui\u00a0?/Moi\u202f!/« Oui. »/Bon.",
        "Це було у 2020 р. В Києві тихо. Так.|Це було у 2020 р. В Києві тихо./Так.",
        "It is 3.5 per cent. 20 came.|It is 3.5 per cent./20 came.",
        "No end|No end",
        "He said \"Stop.\" And went... on. So.|He said \"Stop.\"/And went... on./So.",
      })
  void sentencesEndWhereTheyEnd(String text, String sentences) {
    assertThat(Sentences.cut(text, new Span(0, text.length())).stream().map(it -> it.of(text)))
        .containsExactly(sentences.split("/", -1));
  }

  @Test
  void spellingsOfOneWordHaveOneKey() {
    assertThat(List.of("Пам’ять", "пам'ять", "ПАМʼЯТЬ", "пам`ять").stream().map(Folding::key))
        .containsOnly("память");
    assertThat(Folding.key("Co\u00adop\ufb01n")).isEqualTo("coopfin");
    assertThat(Folding.bare(Folding.key("Élève"))).isEqualTo("eleve");
    assertThat(Folding.bare(Folding.key("їжак"))).isEqualTo("їжак");
  }

  @Test
  void languageIsToldByItsCommonWordsOrNotAtAll() {
    assertThat(FunctionWords.language("It is in the nature of the thing that we have to go."))
        .contains("en");
    assertThat(FunctionWords.language("Nous avons une heure et je vous donne la parole."))
        .contains("fr");
    assertThat(FunctionWords.language("Ми є тут, і це не все, що я маю.")).contains("uk");
    assertThat(FunctionWords.language("Jana Muster, WXYZ")).isEmpty();
  }

  private static List<String> cut(String text) {
    return Words.cut(text, 0, text.length()).stream().map(it -> it.of(text)).toList();
  }
}
