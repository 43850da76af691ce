package clipdesk.media.clips;

import clipdesk.contracts.catalogue.Video;
import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.frames.FrameRate;

/**
 * The frames of a video and the milliseconds that name them. Frames are the truth; a millisecond
 * becomes one here, once, in whole numbers. What {@link #millisOf} gives leads back to the same
 * frame, as an in-point and as an out-point, at every rate up to 999 frames a second.
 *
 * @param frames how many there are; also the last possible out-point
 */
record Timeline(FrameRate rate, long frames) {
  static Timeline of(Video video) {
    var rate = video.frameRate();
    return new Timeline(new FrameRate(rate.num(), rate.den()), video.frames());
  }

  /** When a frame is shown, rounded half up. */
  long millisOf(long frame) {
    return rate.millisOf(frame);
  }

  /** The frame on screen at that millisecond; -1 before the start, beyond the end more than it. */
  long inPoint(long millis) {
    return outside(millis) ? beyond(millis) : rate.frameShownAt(millis);
  }

  /** The first frame at or after that millisecond; outside the video as {@link #inPoint}. */
  long outPoint(long millis) {
    return outside(millis) ? beyond(millis) : rate.frameNotBefore(millis);
  }

  /** The range with so much more on both sides as the video has. */
  FrameRange widened(FrameRange range, long millis) {
    if (millis == 0) {
      return range;
    }
    long from = Math.max(0, millisOf(range.in()) - millis);
    long to = Math.min(millisOf(frames), millisOf(range.out()) + millis);
    return new FrameRange(rate.frameShownAt(from), Math.min(frames, rate.frameNotBefore(to)));
  }

  long durationMs(FrameRange range) {
    return millisOf(range.out()) - millisOf(range.in());
  }

  private boolean outside(long millis) {
    return millis < 0 || millis > millisOf(frames) + 1;
  }

  private long beyond(long millis) {
    return millis < 0 ? -1 : frames + 1;
  }
}
