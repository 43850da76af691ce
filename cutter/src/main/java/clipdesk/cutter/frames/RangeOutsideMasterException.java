package clipdesk.cutter.frames;

/** A range asks for frames that the master does not have. */
public final class RangeOutsideMasterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what lies outside, and what would lie inside
   */
  public RangeOutsideMasterException(String message) {
    super(message);
  }

  public RangeOutsideMasterException(FrameRange range, long frames) {
    super("Range ends at frame %d, but the master has %d frames".formatted(range.out(), frames));
  }
}
