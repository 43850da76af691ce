package clipdesk.transcript.align;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class VocabularyTest {
  private final Vocabulary words = new Vocabulary();

  @Test
  void wordsLongerThanAnyLanguageHasAreTheSameOrTheyAreNot() {
    assertThat(alike("a".repeat(63), "a".repeat(64))).isGreaterThan(Vocabulary.ALIKE);
    assertThat(alike("a".repeat(64), "a".repeat(65))).isZero();
    assertThat(alike("é".repeat(65), "e".repeat(65))).isGreaterThan(Vocabulary.ALIKE);
  }

  @Test
  void wordIsLikeTheTwoItWasSplitInto() {
    assertThat(alike("website", "web", "site")).isEqualTo(1);
    assertThat(alike("website", "web", "sight")).isZero();
  }

  private double alike(String one, String other) {
    return words.similarity(words.id(one), words.id(other));
  }

  private double alike(String one, String first, String second) {
    return words.similarity(words.id(one), words.id(first), words.id(second));
  }
}
