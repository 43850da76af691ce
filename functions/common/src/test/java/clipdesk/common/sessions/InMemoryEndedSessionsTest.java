package clipdesk.common.sessions;

import java.time.InstantSource;

final class InMemoryEndedSessionsTest extends EndedSessionsContract {
  private InMemoryEndedSessions sessions;

  @Override
  protected EndedSessions endedSessions(InstantSource clock) {
    if (sessions == null) {
      sessions = new InMemoryEndedSessions(clock);
    }
    return sessions;
  }
}
