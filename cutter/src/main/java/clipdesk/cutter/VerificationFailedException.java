package clipdesk.cutter;

/** A finished clip is not what was planned; it was not published. */
public final class VerificationFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public VerificationFailedException(String message) {
    super(message);
  }
}
