package clipdesk.transcript.timing;

/**
 * Frames of a video and the milliseconds that name them, in whole numbers: frame {@code f} is shown
 * from {@code f * 1000 * den / num} ms on. What {@link #ms} gives leads back to the same frame, as
 * an in-point and as an out-point, at every rate up to 999 frames a second.
 *
 * @param num of the frames a second
 * @param frames how many there are; also the last possible out-point
 */
public record FrameClock(long num, long den, long frames) {
  public FrameClock {
    if (num < 1 || den < 1 || frames < 0) {
      throw new IllegalArgumentException(
          "No frames: %d of %d/%d a second".formatted(frames, num, den));
    }
  }

  /** When a frame is shown, rounded half up. */
  public int ms(long frame) {
    return Math.toIntExact((2_000 * frame * den + num) / (2 * num));
  }

  /** The frame on screen at that millisecond, none past the end. */
  public long shownAt(int ms) {
    return Math.clamp((2L * ms + 1) * num / (2_000 * den), 0, frames);
  }

  /** The first frame at or after that millisecond, none past the end. */
  public long notBefore(int ms) {
    return Math.clamp(Math.ceilDiv((2L * ms - 1) * num, 2_000 * den), 0, frames);
  }

  /** The length of a frame, rounded up. */
  public int frameMs() {
    return Math.toIntExact(Math.ceilDiv(1_000 * den, num));
  }
}
