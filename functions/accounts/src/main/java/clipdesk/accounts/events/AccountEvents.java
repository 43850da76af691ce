package clipdesk.accounts.events;

import java.time.Instant;
import java.util.Optional;

/** Word to the other contexts. */
public interface AccountEvents {
  /**
   * @param email where it is still known
   */
  void deleted(String sub, Optional<String> email);

  /** The account has another address, proven by a code. */
  void addressChanged(String sub, String email, String former);

  /**
   * One session was ended; its access tokens are those of this family. Given up if it cannot be
   * said: they end by themselves within a quarter of an hour, and the session has ended here.
   */
  void sessionEnded(String sub, String tokenFamily);

  /** Access tokens of sign-ins before an instant count no more; given up likewise. */
  void sessionsEnded(String sub, Instant validAfter);
}
