package clipdesk.cutter.index;

/** A cut index does not describe the master at hand; the master's own index is to be read. */
public final class StaleIndexException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StaleIndexException(String message) {
    super(message);
  }

  /** What was read is nothing that was ever written. */
  static StaleIndexException damaged(Exception cause) {
    var damaged = new StaleIndexException("The cut index is damaged: " + cause);
    damaged.initCause(cause);
    return damaged;
  }
}
