package clipdesk.cutter.reencode;

import org.bytedeco.ffmpeg.avutil.AVRational;

/** An exact time on a demuxer's clock: {@code ticks * num / den} seconds. */
public record StreamTime(long ticks, long num, long den) {
  public static StreamTime of(long ticks, AVRational timeBase) {
    return new StreamTime(ticks, timeBase.num(), timeBase.den());
  }

  /** In ticks of which so many make a second, rounded half up. */
  public long in(long perSecond) {
    long twice = Math.multiplyExact(Math.multiplyExact(2 * ticks, num), perSecond);
    return Math.floorDiv(Math.addExact(twice, den), 2 * den);
  }

  public long micros() {
    return in(1_000_000);
  }
}
