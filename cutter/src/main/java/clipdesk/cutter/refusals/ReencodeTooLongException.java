package clipdesk.cutter.refusals;

import java.time.Duration;

/** A range can only be cut by re-encoding, and that would not end within the time limit. */
public final class ReencodeTooLongException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long askedFrames;
  private final long longestFrames;

  /**
   * @param askedFrames how many frames were asked for
   * @param longestFrames the largest number of frames of this master that fits the limit
   */
  public ReencodeTooLongException(long askedFrames, long longestFrames, Duration limit) {
    super(
        "Re-encoding %d frames would take longer than %d s; at most %d frames of this master fit"
            .formatted(askedFrames, limit.toSeconds(), longestFrames));
    this.askedFrames = askedFrames;
    this.longestFrames = longestFrames;
  }

  public long askedFrames() {
    return askedFrames;
  }

  public long longestFrames() {
    return longestFrames;
  }
}
