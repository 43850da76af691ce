package clipdesk.transcript.align;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.transcript.testing.Measured;
import clipdesk.transcript.testing.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Words of sentences that stand in the text and that nobody spoke. */
final class UnspokenSentencesTest {
  private static final List<Measured> MEASURED = new ArrayList<>();

  @BeforeAll
  static void alignConferencesOfWhichSomeSentencesAreNotSpoken() {
    for (var language : List.of("en", "fr", "uk")) {
      for (var seed = 1_000; seed < 1_002; seed++) {
        var truth = Simulation.of(seed, language, 5_685, 0.30);
        var activity = Optional.of(truth.activity());
        var aligned = Aligner.align(truth.script(), truth.heard(), activity, truth.durationMs());
        MEASURED.add(Measured.of(truth, aligned.times()));
      }
    }
  }

  @Test
  void wordsForWhichThereIsNoRoomAreNotFoundInTheirNeighbours() {
    assertThat(mean(Measured::unspokenTimed)).isLessThan(0.5);
  }

  /** Not those beside them, whose room a few words take that were matched by chance. */
  @Test
  void wordsThatAreSaidToBeUnspokenAreThoseThatNobodySpoke() {
    assertThat(mean(Measured::runsFound)).isGreaterThan(90);
    assertThat(mean(Measured::runsRight)).isGreaterThan(98);
    assertThat(mean(Measured::farOffOf10000)).isLessThan(2);
  }

  private static double mean(ToDoubleFunction<Measured> figure) {
    return MEASURED.stream().mapToDouble(figure).average().orElseThrow();
  }
}
