package clipdesk.cutter.refusals;

import clipdesk.cutter.frames.FrameRange;
import java.util.Optional;

/** A master is legal, but not what this way of cutting takes; the next method may take it. */
public final class UnsupportedMasterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final FallbackReason reason;
  private final transient Optional<FrameRange> copyable;

  /**
   * @param detail what was found, with its values
   */
  public UnsupportedMasterException(FallbackReason reason, String detail) {
    this(reason, reason + ": " + detail, Optional.empty());
  }

  private UnsupportedMasterException(
      FallbackReason reason, String message, Optional<FrameRange> copyable) {
    super(message);
    this.reason = reason;
    this.copyable = copyable;
  }

  /** The same, with the frames inside the range that could be copied. */
  public UnsupportedMasterException withCopyable(Optional<FrameRange> frames) {
    var named = new UnsupportedMasterException(reason, getMessage(), frames);
    named.initCause(this);
    return named;
  }

  /** What of the range can be copied as it is, where that is known and not the whole. */
  public Optional<FrameRange> copyable() {
    return copyable;
  }

  public FallbackReason reason() {
    return reason;
  }
}
