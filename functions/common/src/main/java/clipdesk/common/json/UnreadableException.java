package clipdesk.common.json;

/**
 * A message or something stored is not as it was written. It names the member and what is right for
 * it, never the value, which may be somebody's.
 */
public final class UnreadableException extends RuntimeException {
  private final String member;

  /**
   * @param member as a path from the whole down, such as {@code source/sizeBytes}; empty for the
   *     whole
   * @param rule what it breaks, as the end of a sentence about it
   */
  public UnreadableException(String member, String rule) {
    super("Not as it was written: %s %s".formatted(member.isEmpty() ? "the text" : member, rule));
    this.member = member;
  }

  /** The path of the member, such as {@code source/sizeBytes}; empty for the whole. */
  public String member() {
    return member;
  }
}
