package clipdesk.cutter.refusals;

/** A master is legal, but not what this way of cutting takes; the next method may take it. */
public final class UnsupportedMasterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final FallbackReason reason;

  /**
   * @param detail what was found, with its values
   */
  public UnsupportedMasterException(FallbackReason reason, String detail) {
    super(reason + ": " + detail);
    this.reason = reason;
  }

  public FallbackReason reason() {
    return reason;
  }
}
