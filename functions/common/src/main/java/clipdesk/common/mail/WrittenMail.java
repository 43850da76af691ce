package clipdesk.common.mail;

/**
 * What a mail says.
 *
 * @param text and {@code html} say the same, in the same order
 */
public record WrittenMail(String subject, String text, String html) {
  /** The same under a subject that tells it from the real one. */
  public WrittenMail marked(String mark) {
    return new WrittenMail(mark + subject, text, html);
  }
}
