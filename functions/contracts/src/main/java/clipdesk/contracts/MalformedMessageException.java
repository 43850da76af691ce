package clipdesk.contracts;

import clipdesk.common.stored.UnreadableException;

/**
 * A message that its reader cannot use. It names the member and what is right for it, never the
 * value, which may be somebody's.
 */
public final class MalformedMessageException extends UnreadableException {
  private final String member;

  /**
   * @param member as a path from the message down, such as {@code source/sizeBytes}; empty for the
   *     message itself
   * @param rule what it breaks, as the end of a sentence about it
   */
  public MalformedMessageException(String member, String rule) {
    super(member.isEmpty() ? "the message" : member, rule);
    this.member = member;
  }

  /** The path of the member, such as {@code source/sizeBytes}; empty for the message itself. */
  public String member() {
    return member;
  }
}
