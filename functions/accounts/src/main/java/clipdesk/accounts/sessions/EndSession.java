package clipdesk.accounts.sessions;

import clipdesk.accounts.events.AccountEvents;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/**
 * Ends one session: its access tokens at once in this context and as soon as they hear of it in the
 * others, and its refresh tokens, because they count only with the session that is closed here.
 */
@Singleton
public final class EndSession {
  private final Sessions sessions;
  private final EndedTokens endedTokens;
  private final AccountEvents events;
  private final InstantSource clock;

  EndSession(
      Sessions sessions, EndedTokens endedTokens, AccountEvents events, InstantSource clock) {
    this.sessions = sessions;
    this.endedTokens = endedTokens;
    this.events = events;
    this.clock = clock;
  }

  /** Closed behind the mark: whoever stopped before finds the session and ends it once more. */
  public void of(Session session) {
    session.tokenFamily().ifPresent(family -> endedTokens.add(family, clock.instant()));
    sessions.close(session.id());
    session.tokenFamily().ifPresent(family -> events.sessionEnded(session.sub(), family));
  }
}
