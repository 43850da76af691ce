package clipdesk.common.stored;

/** Something stored is not as it was written. */
public final class UnreadableException extends RuntimeException {
  /**
   * @param member the first that is not; never its value, which may be personal
   */
  public UnreadableException(String member) {
    super("Not as it was written: " + member);
  }
}
