package clipdesk.cutter.refusals;

/** A finished clip is not what was planned; it was not published. */
public final class VerificationFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public VerificationFailedException(String message) {
    super(message);
  }

  /**
   * @throws VerificationFailedException if what a store holds is not as long as the clip
   */
  public static void requireSize(long storedBytes, long clipBytes) {
    if (storedBytes != clipBytes) {
      throw new VerificationFailedException(
          "%d bytes were stored, the clip has %d".formatted(storedBytes, clipBytes));
    }
  }
}
