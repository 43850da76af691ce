package clipdesk.common.sessions;

import clipdesk.common.identity.Caller;
import java.time.Instant;

/**
 * Which sessions were ended. From the return of each word on, the tokens that it ends are refused;
 * once more, or after a later word about the same account, it takes nothing back.
 */
public interface EndedSessions {
  /** Whether the session that the caller's token belongs to was ended. */
  boolean ended(Caller caller);

  /** One session is over, whose tokens have this family in common. */
  void sessionEnded(String tokenFamily);

  /** Every session of an account is over whose sign-in was before an instant. */
  void sessionsEnded(String accountId, Instant validAfter);

  /** There is no such account any more, and it has no session ever again. */
  void accountDeleted(String accountId);
}
