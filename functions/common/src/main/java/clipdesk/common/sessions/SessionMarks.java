package clipdesk.common.sessions;

import java.time.Instant;

/**
 * Keeps what {@link EndedSessions} is asked for, in a context that only hears of it. From the
 * return of each on the tokens that it ends are refused. Once more, or after a later word about the
 * same account, it takes nothing back.
 */
public interface SessionMarks {
  /** One session is over, whose tokens have this family in common. */
  void sessionEnded(String tokenFamily);

  /** Every session of an account is over whose sign-in was before an instant. */
  void sessionsEnded(String accountId, Instant validAfter);

  /** There is no such account any more, and it has no session ever again. */
  void accountDeleted(String accountId);
}
