package clipdesk.accounts.sessions;

import clipdesk.accounts.events.AccountEvents;
import clipdesk.common.sessions.EndedSessions;
import jakarta.inject.Singleton;

/**
 * Ends one session: its access tokens at once in this context and as soon as they hear of it in the
 * others, and its refresh tokens, because they count only with the session that is closed here.
 */
@Singleton
public final class EndSession {
  private final Sessions sessions;
  private final EndedSessions endedSessions;
  private final AccountEvents events;

  EndSession(Sessions sessions, EndedSessions endedSessions, AccountEvents events) {
    this.sessions = sessions;
    this.endedSessions = endedSessions;
    this.events = events;
  }

  /** Closed behind the mark: whoever stopped before finds the session and ends it once more. */
  public void of(Session session) {
    var family = session.tokenFamily();
    family.ifPresent(endedSessions::sessionEnded);
    sessions.close(session.id());
    family.ifPresent(it -> events.sessionEnded(session.sub(), it));
  }
}
