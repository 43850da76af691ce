package clipdesk.cutter.reencode;

import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.index.SampleIndex;
import org.bytedeco.ffmpeg.avutil.AVRational;

/**
 * When the frames of a range are shown, in ticks of the video stream.
 *
 * @param first time of the master's frame 0
 * @param position where the first frame lies in the file, -1 if that is not known
 * @param ticks time of each frame of the range, and last of all the end of the last one
 */
public record FrameTimes(long first, long[] ticks, int num, int den, long position) {
  /** The index is the truth about which frames are shown, and when. */
  public static FrameTimes of(SampleIndex index, FrameRange range) {
    var ticks = new long[Math.toIntExact(range.frames()) + 1];
    for (int i = 0; i < ticks.length; i++) {
      ticks[i] = index.timeline().pts(range.in() + i);
    }
    int timescale = Math.toIntExact(index.video().timescale());
    return new FrameTimes(index.timeline().pts(0), ticks, 1, timescale, -1);
  }

  static FrameTimes of(long first, long[] ticks, AVRational timeBase, long position) {
    return new FrameTimes(first, ticks, timeBase.num(), timeBase.den(), position);
  }

  public int frames() {
    return ticks.length - 1;
  }

  /** Time of a frame in ticks of which {@link #den} make a second, counted from the first one. */
  long clipTicks(int frame) {
    return Math.multiplyExact(ticks[frame] - ticks[0], num);
  }

  /** Times of all frames but the end. */
  public long[] clipTicks() {
    var times = new long[frames()];
    for (int i = 0; i < times.length; i++) {
      times[i] = clipTicks(i);
    }
    return times;
  }

  public StreamTime in() {
    return new StreamTime(ticks[0], num, den);
  }

  public StreamTime out() {
    return new StreamTime(ticks[frames()], num, den);
  }

  double framesPerSecond() {
    return (double) frames() * den / clipTicks(frames());
  }

  /** When a frame is shown after frame 0, in milliseconds. */
  double millis(int frame) {
    return Math.rint((double) (ticks[frame] - first) * num * 1_000_000 / den) / 1000;
  }
}
