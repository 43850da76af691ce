package clipdesk.transcript.align;

import static clipdesk.transcript.align.SpokenText.align;
import static clipdesk.transcript.align.SpokenText.script;
import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.transcript.testing.Simulation;
import clipdesk.transcript.timing.How;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which text is the one that was spoken, and which is not. */
final class WrongTextTest {
  @Test
  void textOfSomethingElseGetsNoTimes() {
    var truth = Simulation.of(1, "en", 2_000, 0.15);
    var other = Simulation.of(2, "en", 2_000, 0.15);
    var aligned =
        Aligner.align(
            other.script(), truth.heard(), Optional.of(truth.activity()), truth.durationMs());

    assertThat(aligned.state()).isEqualTo(Alignment.State.MISMATCH);
    assertThat(aligned.times().how(0)).isEqualTo(How.N);
  }

  @Test
  void textInAnotherLanguageThanTheSoundGetsNoTimes() {
    var sound = Simulation.of(1, "fr", 2_000, 0.15);
    var text = Simulation.of(1, "en", 2_000, 0.15).script();
    var aligned =
        Aligner.align(text, sound.heard(), Optional.of(sound.activity()), sound.durationMs());

    assertThat(aligned.state()).isEqualTo(Alignment.State.MISMATCH);
  }

  @Test
  void wordsInAnotherOrderAreAnotherText() {
    var truth = Simulation.of(1, "en", 2_000, 0.15);
    var words =
        new ArrayList<>(
            IntStream.range(0, truth.script().words().size())
                .mapToObj(truth.script()::word)
                .toList());
    Collections.shuffle(words, new Random(1));
    var shuffled = script(String.join(" ", words) + ".");

    assertThat(Aligner.align(shuffled, truth.heard(), Optional.empty(), truth.durationMs()).state())
        .isEqualTo(Alignment.State.MISMATCH);
  }

  @Test
  void halfTheWordsWrongIsStillThisText() {
    assertThat(align(Simulation.of(5, "fr", 2_000, 0.5)).share())
        .isGreaterThan(Aligner.WRONG_TEXT + 0.2);
  }
}
