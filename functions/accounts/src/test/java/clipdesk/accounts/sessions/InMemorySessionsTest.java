package clipdesk.accounts.sessions;

import clipdesk.accounts.Breakdown;

final class InMemorySessionsTest extends SessionsContract {
  private final InMemorySessions sessions = new InMemorySessions(new Breakdown());

  @Override
  Sessions sessions() {
    return sessions;
  }

  @Override
  OwnSessions ownSessions() {
    return sessions;
  }
}
