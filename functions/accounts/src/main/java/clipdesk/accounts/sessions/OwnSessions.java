package clipdesk.accounts.sessions;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Sessions by whose they are. */
public interface OwnSessions {
  /**
   * Some sessions of an account.
   *
   * @param lastKey where the next page begins behind; empty at the end
   */
  record Page(List<Session> sessions, Map<String, String> lastKey) {}

  /**
   * Those that began at or after an instant, the newest first. One that was opened or closed at
   * this moment may be missing or still there.
   */
  Page of(String sub, Instant from, int limit, Map<String, String> after);

  /** Leaves nothing of the sessions of an account. */
  void forget(String sub);
}
