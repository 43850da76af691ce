package clipdesk.cutter.plan;

import clipdesk.cutter.frames.FrameRate;
import clipdesk.cutter.mp4.Movie;
import clipdesk.cutter.mp4.SampleTables;
import clipdesk.cutter.mp4.Track;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/**
 * Frame numbers of a video track in presentation order, and the media time at which each is shown.
 * Frames that an edit list hides have no number.
 */
public final class FrameTimeline {
  /** Enough to see the order of presentation: H.264 reorders at most 16 frames. */
  private static final int PROBE_SAMPLES = 256;

  private static final int REORDER_SAMPLES = 32;
  private static final int SAMPLES_PER_READ = 65_536;

  private final long[] times;
  private final long firstPts;
  private final long step;
  private final long frames;
  private final long endPts;
  private final long timescale;

  private FrameTimeline(
      long[] times, long firstPts, long step, long frames, long endPts, long timescale) {
    this.times = times;
    this.firstPts = firstPts;
    this.step = step;
    this.frames = frames;
    this.endPts = endPts;
    this.timescale = timescale;
  }

  /**
   * Reads as little of the tables as shows a constant rate; all of them if the rate varies.
   *
   * @param track a video track
   */
  public static FrameTimeline of(Track track, Movie movie) throws IOException {
    var samples = track.samples();
    long step = samples.constantDuration();
    if (step > 0 && samples.count() > 0) {
      int probed = Math.min(PROBE_SAMPLES, samples.count());
      long[] pts = sortedTimes(samples, 0, probed);
      int settled = probed == samples.count() ? probed : probed - REORDER_SAMPLES;
      if (isEvenlySpaced(pts, settled, step)) {
        return constant(pts[0], step, track, movie);
      }
    }
    return listed(track, movie);
  }

  /** Reads all times, for tables whose beginning looked constant and whose rest is not. */
  public static FrameTimeline listed(Track track, Movie movie) throws IOException {
    var samples = track.samples();
    long[] pts = sortedTimes(samples, 0, samples.count());
    if (pts.length == 0) {
      return new FrameTimeline(pts, 0, 0, 0, 0, track.timescale());
    }
    long last = pts[pts.length - 1];
    long end = last + lastDuration(samples);
    int hidden = firstIndex(pts, track.edit().mediaTime());
    int shown = firstIndex(pts, editEnd(track, movie));
    long[] visible = Arrays.copyOfRange(pts, Math.min(hidden, shown), shown);
    long endPts = shown < pts.length ? pts[shown] : end;
    return new FrameTimeline(
        visible,
        visible.length == 0 ? 0 : visible[0],
        0,
        visible.length,
        endPts,
        track.timescale());
  }

  private static FrameTimeline constant(long first, long step, Track track, Movie movie)
      throws IOException {
    var samples = track.samples();
    long count = samples.count();
    long hidden = Math.clamp(Math.ceilDiv(track.edit().mediaTime() - first, step), 0, count);
    long limit = editEnd(track, movie);
    long shown =
        limit == Long.MAX_VALUE
            ? count
            : Math.clamp(Math.ceilDiv(limit - first, step), hidden, count);
    long firstPts = first + hidden * step;
    long lastPts = first + (shown - 1) * step;
    long end = shown < count ? lastPts + step : lastPts + lastDuration(samples);
    return new FrameTimeline(new long[0], firstPts, step, shown - hidden, end, track.timescale());
  }

  /** Media time from which the edit shows nothing more; half a movie tick of grace. */
  private static long editEnd(Track track, Movie movie) {
    var edit = track.edit();
    if (edit.movieTicks() == 0) {
      return Long.MAX_VALUE;
    }
    var doubled = BigInteger.valueOf(edit.movieTicks()).shiftLeft(1).subtract(BigInteger.ONE);
    var end =
        doubled
            .multiply(BigInteger.valueOf(track.timescale()))
            .divideAndRemainder(BigInteger.valueOf(movie.timescale()).shiftLeft(1));
    // Rounded up: where a tick is as long as a frame, rounding down would lose one.
    return end[0]
        .add(BigInteger.valueOf(end[1].signum()))
        .add(BigInteger.valueOf(edit.mediaTime()))
        .longValueExact();
  }

  private static long lastDuration(SampleTables samples) throws IOException {
    int last = samples.count() - 1;
    return Math.max(1, samples.times(last, last + 1).duration(last));
  }

  private static long[] sortedTimes(SampleTables samples, int first, int end) throws IOException {
    var times = new long[end - first];
    for (int from = first; from < end; from += SAMPLES_PER_READ) {
      var window = samples.times(from, Math.min(end, from + SAMPLES_PER_READ));
      for (int i = window.first(); i < window.end(); i++) {
        times[i - first] = window.pts(i);
      }
    }
    Arrays.sort(times);
    return times;
  }

  private static boolean isEvenlySpaced(long[] pts, int count, long step) {
    for (int i = 1; i < count; i++) {
      if (pts[i] - pts[i - 1] != step) {
        return false;
      }
    }
    return true;
  }

  private static int firstIndex(long[] sorted, long atLeast) {
    int found = Arrays.binarySearch(sorted, atLeast);
    return found >= 0 ? found : -found - 1;
  }

  public long frames() {
    return frames;
  }

  /**
   * Media time of a frame.
   *
   * @param frame up to {@link #frames()}, which is the end of the last frame
   */
  public long pts(long frame) {
    if (frame == frames) {
      return endPts;
    }
    return step > 0 ? firstPts + frame * step : times[Math.toIntExact(frame)];
  }

  /** Empty if the times of frames were listed one by one. */
  public Optional<FrameRate> constantRate() {
    return step > 0 ? Optional.of(new FrameRate(timescale, step)) : Optional.empty();
  }

  /** From the first frame to the end of the last, in ticks of the track. */
  public long durationTicks() {
    return frames == 0 ? 0 : endPts - firstPts;
  }
}
