package clipdesk.transcript.align;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.transcript.testing.Measured;
import clipdesk.transcript.testing.Simulation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Words of sentences that stand in the text and that nobody spoke. */
final class UnspokenSentencesTest {
  @Test
  void wordsForWhichThereIsNoRoomAreNotFoundInTheirNeighbours() {
    var sum = 0.0;
    for (var language : List.of("en", "fr", "uk")) {
      for (var seed = 1_000; seed < 1_002; seed++) {
        var truth = Simulation.of(seed, language, 5_685, 0.30);
        var times =
            Aligner.align(
                    truth.script(),
                    truth.heard(),
                    Optional.of(truth.activity()),
                    truth.durationMs())
                .times();
        sum += Measured.of(truth, times).unspokenTimed();
      }
    }

    assertThat(sum / 6).isLessThan(0.5);
  }
}
