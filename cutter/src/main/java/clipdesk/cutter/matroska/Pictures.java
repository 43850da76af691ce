package clipdesk.cutter.matroska;

import clipdesk.cutter.mp4.ListedSamples;
import clipdesk.cutter.mp4.NewDescription;
import clipdesk.cutter.mp4.NewMovie;
import clipdesk.cutter.mp4.Track;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.util.Arrays;
import java.util.stream.IntStream;

/** A track of pictures as one of an MP4. */
record Pictures(TrackEntry entry, Frames frames, long tickNanos, long zeroNanos) {
  private static final long NANOS = 1_000_000_000;

  /**
   * @throws UnsupportedMasterException if it is neither H.264 nor H.265 as it is
   */
  Track track() {
    byte[] description = description();
    var times = IntStream.range(0, frames.count()).mapToLong(frames::time).toArray();
    long[] sorted = times.clone();
    Arrays.sort(sorted);
    var rate = FrameRates.of(sorted, tickNanos, entry.defaultDurationNanos);
    long scale = rate.map(FrameRates::ticksPerSecond).orElse(NANOS / tickNanos);
    long[] exact =
        rate.map(found -> found.ticks(zeroNanos))
            .orElseGet(
                () -> Arrays.stream(sorted).map(tick -> tick - zeroNanos / tickNanos).toArray());
    long step = rate.map(FrameRates::step).orElse(Math.max(1, mean(exact)));
    int shown = shownWidth();
    var track =
        NewMovie.video(entry.number, scale, entry.language, new int[0], shown, entry.height);
    long delay = delay(times, sorted, exact);
    return track.holding(description, samples(times, sorted, exact, step, delay), delay);
  }

  private int shownWidth() {
    int[] shape = entry.pixelShape();
    return Math.toIntExact((long) entry.width * shape[0] / shape[1]);
  }

  private byte[] description() {
    if (entry.encoded) {
      throw new UnsupportedMasterException(
          FallbackReason.CONTAINER, "the frames of a track are compressed or shortened");
    }
    int[] shape = entry.pixelShape();
    return switch (entry.codec) {
      case "V_MPEG4/ISO/AVC" ->
          NewDescription.h264(entry.width, entry.height, entry.codecPrivate, shape[0], shape[1]);
      case "V_MPEGH/ISO/HEVC" ->
          NewDescription.h265(entry.width, entry.height, entry.codecPrivate, shape[0], shape[1]);
      default ->
          throw new UnsupportedMasterException(
              FallbackReason.CONTAINER, "pictures of " + entry.codec + " in Matroska");
    };
  }

  private static long mean(long[] exact) {
    return exact.length < 2 ? 1 : (exact[exact.length - 1] - exact[0]) / (exact.length - 1);
  }

  /** How much later than in its place in the file's order a frame is shown, at most. */
  private static long delay(long[] times, long[] sorted, long[] exact) {
    long delay = 0;
    for (int i = 0; i < times.length; i++) {
      delay = Math.max(delay, exact[i] - exact(times[i], sorted, exact));
    }
    return delay;
  }

  private static long exact(long time, long[] sorted, long[] exact) {
    return exact[Arrays.binarySearch(sorted, time)];
  }

  /** Decode times are the times of presentation in order, each at most that of its frame. */
  private ListedSamples samples(long[] times, long[] sorted, long[] exact, long step, long delay) {
    var samples = new ListedSamples();
    samples.endsAt(exact[0]);
    for (int i = 0; i < times.length; i++) {
      long next = i + 1 < times.length ? exact[i + 1] : exact[i] + step;
      long shown = exact(times[i], sorted, exact) + delay;
      samples.add(
          new ListedSamples.Row(
              frames.offset(i),
              frames.size(i),
              Math.toIntExact(next - exact[i]),
              Math.toIntExact(shown - exact[i]),
              frames.isKey(i),
              1));
    }
    return samples;
  }
}
