package clipdesk.cutter.frames;

/**
 * Frames {@code [in, out)} of a master, counted in presentation order from 0.
 *
 * @param in first frame wanted
 * @param out first frame not wanted
 */
public record FrameRange(long in, long out) {
  public FrameRange {
    if (in < 0) {
      throw new IllegalArgumentException("Range starts at frame " + in + ", before frame 0");
    }
    if (out <= in) {
      throw new IllegalArgumentException(
          "Range [" + in + ", " + out + ") holds no frame; out must be greater than in");
    }
  }

  /** How many frames the range holds, at least 1. */
  public long frames() {
    return out - in;
  }
}
