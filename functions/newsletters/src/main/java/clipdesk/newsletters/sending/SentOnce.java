package clipdesk.newsletters.sending;

import java.time.Instant;

/** Which mails to one person are on their way: a message that comes twice mails once. */
interface SentOnce {
  /** Whether somebody has taken it. */
  boolean begun(String mail);

  /**
   * @param mail what tells it from every other
   * @return whether it is for the caller to send, and nobody has begun to
   */
  boolean take(String mail, Instant now);

  /** What was taken at this very instant did not go: the next may. Said twice, it is said once. */
  void giveBack(String mail, Instant taken);
}
