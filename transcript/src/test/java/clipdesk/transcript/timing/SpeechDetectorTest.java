package clipdesk.transcript.timing;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.transcript.timing.Activity.Stretch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sound whose pauses are known: syllables of every loudness over the noise of a room. */
final class SpeechDetectorTest {
  private static final int SECONDS = 240;
  private static final int SOFTEST_BELOW_LOUDEST = 14;
  private static final int EDGE_MS = 20;

  private final Random random = new Random(20);
  private final double[] power = new double[SECONDS * 1_000 / Activity.STEP_MS];
  private final List<Stretch> pauses = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"-15, -80", "-15, -50", "-15, -38", "-35, -80", "-35, -58"})
  void everyPauseIsFoundAndNoOther(int speech, int room) {
    talk(0, power.length, speech, room);

    assertThatThePausesAreFound();
  }

  @Test
  void speakerWhoIsTwentyDecibelsSofterThanTheOneBeforeIsHeard() {
    talk(0, power.length / 2, -12, -70);
    talk(power.length / 2, power.length, -32, -70);

    assertThatThePausesAreFound();
  }

  @Test
  void hallThatHumsAloneIsSilent() {
    fill(0, power.length, -45);

    assertThat(listen().pauses()).containsExactly(new Stretch(0, SECONDS * 1_000));
  }

  @Test
  void soundWithoutAPauseIsHeardAllTheTime() {
    fill(0, power.length, -60);
    fill(6_000, 18_000, -20);

    assertThat(listen().pauses())
        .containsExactly(new Stretch(0, 59_990), new Stretch(180_010, SECONDS * 1_000));
  }

  @Test
  void clicksAreNoSpeechAndStopConsonantsNoPause() {
    fill(0, power.length, -70);
    fill(1_000, 2_000, -20);
    fill(1_500, 1_506, -70);
    fill(3_000, 3_001, -20);

    assertThat(listen().speechIn(0, SECONDS * 1_000)).containsExactly(new Stretch(9_990, 20_010));
  }

  @Test
  void nothingAtAllIsSilent() {
    assertThat(listen().pauses()).containsExactly(new Stretch(0, SECONDS * 1_000));
    assertThat(SpeechDetector.listen(new double[0], 0).pauses()).isEmpty();
  }

  private Activity listen() {
    return SpeechDetector.listen(power, SECONDS * 1_000);
  }

  private void assertThatThePausesAreFound() {
    var found = listen().pauses();
    assertThat(found).hasSameSizeAs(pauses);
    for (var i = 0; i < found.size(); i++) {
      assertThat(Math.abs(found.get(i).inMs() - pauses.get(i).inMs()))
          .as("%s as %s", pauses.get(i), found.get(i))
          .isLessThanOrEqualTo(EDGE_MS);
      assertThat(Math.abs(found.get(i).outMs() - pauses.get(i).outMs()))
          .as("%s as %s", pauses.get(i), found.get(i))
          .isLessThanOrEqualTo(EDGE_MS);
    }
  }

  /** Some seconds of syllables, a pause, and so on; decibels of the loudest and of the room. */
  private void talk(int from, int to, int loudest, int room) {
    fill(from, to, room);
    for (var step = from; step < to; ) {
      var silent = step > to - 600 ? to - step : 16 + random.nextInt(60);
      pause(step, step + silent);
      step += silent;
      for (var syllables = 4 + random.nextInt(20); syllables > 0 && step < to; syllables--) {
        var length = 10 + random.nextInt(20);
        fill(step, step + length, loudest - random.nextInt(SOFTEST_BELOW_LOUDEST + 1));
        step += length + (syllables > 1 ? random.nextInt(4) : 0);
      }
    }
  }

  private void pause(int from, int to) {
    var inMs = from * Activity.STEP_MS;
    var joins = !pauses.isEmpty() && pauses.getLast().outMs() == inMs;
    var start = joins ? pauses.removeLast().inMs() : inMs;
    pauses.add(new Stretch(start, to * Activity.STEP_MS));
  }

  private void fill(int from, int to, int decibels) {
    Arrays.fill(power, from, Math.min(to, power.length), Math.pow(10, decibels / 10.0));
  }
}
