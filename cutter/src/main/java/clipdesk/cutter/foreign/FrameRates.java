package clipdesk.cutter.foreign;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the constant rate behind times that were rounded to ticks of a coarse clock, and with it
 * the exact times.
 *
 * @param ticksPerSecond of the exact clock
 * @param step between frames, in its ticks
 * @param start of the first frame, in nanoseconds
 * @param numbers of the frames, in order of presentation; there may be gaps
 */
record FrameRates(long ticksPerSecond, long step, long start, long[] numbers) {
  private static final int MIN_FRAMES = 4;
  private static final int MAX_RATE = 300;
  private static final double SAID_WITHIN = 1e-5;
  private static final double MEAN_WITHIN = 0.02;
  private static final double NANOS = 1e9;

  /** A rate: so many thousandths of a frame a second, or of a frame of 1.001 seconds. */
  private record Rate(int whole, int thousandths) {
    double nanos() {
      return NANOS * thousandths / (1000.0 * whole);
    }
  }

  /**
   * @param sorted times in ticks, in order of presentation
   * @param tickNanos length of such a tick
   * @param saidNanos {@code DefaultDuration}, 0 if there is none
   * @return empty if no constant rate explains all times
   */
  static Optional<FrameRates> of(long[] sorted, double tickNanos, long saidNanos) {
    if (sorted.length < MIN_FRAMES) {
      return Optional.empty();
    }
    return candidates(saidNanos, meanNanos(sorted, tickNanos))
        .map(rate -> fit(sorted, tickNanos, rate))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Between frames of which none is missing. */
  private static double meanNanos(long[] sorted, double tickNanos) {
    long[] distances =
        IntStream.range(1, sorted.length).mapToLong(i -> sorted[i] - sorted[i - 1]).toArray();
    long[] inOrder = distances.clone();
    Arrays.sort(inOrder);
    long usual = inOrder[inOrder.length / 2];
    return tickNanos
        * Arrays.stream(distances)
            .filter(distance -> 2 * distance <= 3 * usual)
            .average()
            .orElse(usual);
  }

  /** The rate that is said, else those near the mean; the nearest first. */
  private static Stream<Rate> candidates(long saidNanos, double meanNanos) {
    double wanted = saidNanos > 0 ? saidNanos : meanNanos;
    double within = saidNanos > 0 ? SAID_WITHIN : MEAN_WITHIN;
    return IntStream.rangeClosed(1, MAX_RATE)
        .boxed()
        .flatMap(whole -> Stream.of(new Rate(whole, 1000), new Rate(whole, 1001)))
        .filter(rate -> Math.abs(rate.nanos() / wanted - 1) < within)
        .sorted(Comparator.comparingDouble(rate -> Math.abs(rate.nanos() - wanted)));
  }

  /** Writers round to the nearest tick, or down. */
  private static Optional<FrameRates> fit(long[] sorted, double tickNanos, Rate rate) {
    return fit(sorted, tickNanos, rate, -tickNanos / 2.0, tickNanos / 2.0)
        .or(() -> fit(sorted, tickNanos, rate, 0, tickNanos));
  }

  private static Optional<FrameRates> fit(
      long[] sorted, double tickNanos, Rate rate, double early, double late) {
    double frame = rate.nanos();
    double from = Double.NEGATIVE_INFINITY;
    double to = Double.POSITIVE_INFINITY;
    var numbers = new long[sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      double since = (double) (sorted[i] - sorted[0]) * tickNanos;
      numbers[i] = Math.round(since / frame);
      if (i > 0 && numbers[i] <= numbers[i - 1]) {
        return Optional.empty();
      }
      double start = since - numbers[i] * frame;
      from = Math.max(from, start + early);
      to = Math.min(to, start + late);
    }
    if (from > to + 1) {
      return Optional.empty();
    }
    long start = Math.round(sorted[0] * tickNanos + (from + to) / 2);
    return Optional.of(new FrameRates(1000L * rate.whole, rate.thousandths, start, numbers));
  }

  /** The same on a clock that also shows every time of another one, which sound may begin at. */
  FrameRates alsoCounting(long otherTicksPerSecond) {
    long common =
        BigInteger.valueOf(ticksPerSecond)
            .gcd(BigInteger.valueOf(otherTicksPerSecond))
            .longValueExact();
    long factor = otherTicksPerSecond / common;
    return new FrameRates(ticksPerSecond * factor, step * factor, start, numbers);
  }

  /** The exact times as ticks of the clock of the rate. */
  long[] ticks(double zeroNanos) {
    long first = Math.round((start - zeroNanos) * (ticksPerSecond / NANOS));
    return Arrays.stream(numbers).map(number -> first + number * step).toArray();
  }
}
