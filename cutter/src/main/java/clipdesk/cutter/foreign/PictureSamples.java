package clipdesk.cutter.foreign;

import clipdesk.cutter.mp4.ListedSamples;
import clipdesk.cutter.mp4.Track;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Listed pictures as samples. Their times are made exact where a constant rate explains all of them
 * within the rounding of their clock; else that clock's are the truth. Decode times are the times
 * of presentation in order.
 */
public final class PictureSamples {
  private static final double NANOS = 1e9;

  private final Frames frames;
  private final long[] times;
  private final long[] sorted;
  private final long[] exact;
  private final long scale;
  private final long step;
  private final long delay;

  /**
   * @param ticksPerSecond of the times of the frames
   * @param zeroTicks the time that becomes 0
   * @param saidNanos how long a frame is shown as the container says it, 0 if it does not
   */
  public PictureSamples(Frames frames, long ticksPerSecond, long zeroTicks, long saidNanos) {
    double tickNanos = NANOS / ticksPerSecond;
    this.frames = frames;
    this.times = IntStream.range(0, frames.count()).mapToLong(frames::time).toArray();
    this.sorted = times.clone();
    Arrays.sort(sorted);
    var rate =
        FrameRates.of(sorted, tickNanos, saidNanos)
            .map(found -> found.alsoCounting(ticksPerSecond));
    this.scale = rate.map(FrameRates::ticksPerSecond).orElse(ticksPerSecond);
    this.exact =
        rate.map(found -> found.ticks(zeroTicks * tickNanos))
            .map(ticks -> sorted[0] < zeroTicks ? ticks : notBeforeZero(ticks))
            .orElseGet(() -> Arrays.stream(sorted).map(tick -> tick - zeroTicks).toArray());
    this.step = rate.map(FrameRates::step).orElse(Math.max(1, mean(exact)));
    this.delay = delay();
  }

  /** What a clock rounds must not hide the first picture: before 0 none is shown. */
  private static long[] notBeforeZero(long[] ticks) {
    long early = Math.min(0, ticks[0]);
    return Arrays.stream(ticks).map(tick -> tick - early).toArray();
  }

  private static long mean(long[] exact) {
    return exact.length < 2 ? 1 : (exact[exact.length - 1] - exact[0]) / (exact.length - 1);
  }

  /** How much later than in its place in the file's order a frame is shown, at most. */
  private long delay() {
    long most = 0;
    for (int i = 0; i < times.length; i++) {
      most = Math.max(most, exact[i] - shown(i));
    }
    return most;
  }

  private long shown(int frame) {
    return exact[Arrays.binarySearch(sorted, times[frame])];
  }

  /** Ticks per second of the track's times. */
  public long timescale() {
    return scale;
  }

  /**
   * The track with these samples.
   *
   * @param description its {@code stsd}
   */
  public Track in(Track track, byte[] description) {
    return track.holding(description, samples(), delay);
  }

  private ListedSamples samples() {
    var samples = new ListedSamples();
    samples.endsAt(exact[0]);
    for (int i = 0; i < times.length; i++) {
      long next = i + 1 < times.length ? exact[i + 1] : exact[i] + step;
      samples.add(
          new ListedSamples.Row(
              frames.offset(i),
              frames.size(i),
              Math.toIntExact(next - exact[i]),
              Math.toIntExact(shown(i) + delay - exact[i]),
              frames.isKey(i),
              frames.description(i)));
    }
    return samples;
  }
}
