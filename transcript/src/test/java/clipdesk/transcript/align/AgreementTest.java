package clipdesk.transcript.align;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.transcript.heard.Heard;
import clipdesk.transcript.testing.Simulation;
import clipdesk.transcript.timing.Activity;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AgreementTest {
  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.3, 0.5})
  void wordsAgreeWithTheirSoundHoweverManyAreHeardWrong(double errors) {
    for (var language : List.of("en", "fr", "uk")) {
      var talk = Simulation.of(20, language, 2_000, errors);

      assertThat(Agreement.holds(talk.heard(), talk.activity())).as(language).isTrue();
    }
  }

  @Test
  void soundOfAnotherTalkTellsNothing() {
    var other = Simulation.of(21, "en", 3_000, 0.05);

    assertThat(Agreement.holds(words(), other.activity())).isFalse();
  }

  @Test
  void soundThatIsHeardAllTheTimeOrNeverTellsNothing() {
    var always = new BitSet();
    always.set(0, 100_000);

    assertThat(Agreement.holds(words(), new Activity(always, 1_000_000))).isFalse();
    assertThat(Agreement.holds(words(), new Activity(new BitSet(), 1_000_000))).isFalse();
  }

  @Test
  void withoutWordsThereIsNothingToAgreeWith() {
    var none = new Heard(Heard.Form.WHISPER, List.of());

    assertThat(Agreement.holds(none, Simulation.of(20, "en", 100, 0.05).activity())).isFalse();
  }

  private static Heard words() {
    return Simulation.of(20, "en", 2_000, 0.05).heard();
  }
}
