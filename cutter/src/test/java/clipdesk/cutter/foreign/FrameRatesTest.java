package clipdesk.cutter.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exact times behind milliseconds. */
class FrameRatesTest {
  private static final long TICK_NANOS = 1_000_000;
  private static final int FRAMES = 20_000;

  @ParameterizedTest
  @CsvSource({
    "24, 1001",
    "24, 1000",
    "25, 1000",
    "30, 1001",
    "30, 1000",
    "50, 1000",
    "60, 1001",
    "60, 1000",
    "120, 1001",
    "240, 1000"
  })
  void constantRateIsFoundInRoundedAndInCutOffTimes(int whole, int thousandths) {
    double millis = thousandths / (double) whole;
    long said = Math.round(millis * TICK_NANOS);
    for (double add : new double[] {0.5, 0}) {
      long[] times =
          LongStream.range(0, FRAMES)
              .map(i -> (long) Math.floor(21.3 + i * millis + add))
              .toArray();

      for (long duration : new long[] {said, 0}) {
        var found = FrameRates.of(times, TICK_NANOS, duration).orElseThrow();

        assertThat(found.ticksPerSecond()).isEqualTo(1000L * whole);
        assertThat(found.step()).isEqualTo(thousandths);
        assertThat(found.numbers()).isEqualTo(LongStream.range(0, FRAMES).toArray());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"40000000", "0"})
  void timesOfAVariableRateAreLeftAsTheyAre(long said) {
    long[] times = LongStream.range(0, 100).map(i -> 40 * i + (i % 7 == 3 ? 9 : 0)).toArray();

    assertThat(FrameRates.of(times, TICK_NANOS, said)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"40000000", "0"})
  void lostFramesLeaveTheirNumbersOut(long said) {
    long[] times = LongStream.range(0, 100).filter(i -> i % 10 != 5).map(i -> 40 * i).toArray();

    var found = FrameRates.of(times, TICK_NANOS, said).orElseThrow();

    assertThat(found.ticks(0)).hasSize(90).startsWith(0, 1000, 2000, 3000, 4000, 6000);
    assertThat(Arrays.stream(found.ticks(0)).max()).hasValue(99_000);
  }
}
