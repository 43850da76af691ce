package clipdesk.common.stored;

/** Something stored is not as it was written. */
public class UnreadableException extends RuntimeException {
  /**
   * @param member the first that is not; never its value, which may be personal
   */
  public UnreadableException(String member) {
    super("Not as it was written: " + member);
  }

  /** For one that says more of the member. */
  protected UnreadableException(String member, String rule) {
    super("Not as it was written: " + member + " " + rule);
  }
}
