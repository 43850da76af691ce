package clipdesk.common.sessions;

import java.time.InstantSource;

final class InMemoryEndedSessionsTest extends EndedSessionsContract {
  private InMemoryEndedSessions sessions;

  @Override
  protected Keeper keeper(InstantSource clock) {
    if (sessions == null) {
      sessions = new InMemoryEndedSessions(clock);
    }
    return new Keeper(sessions, sessions);
  }
}
