package clipdesk.accounts.sessions;

import clipdesk.common.sessions.EndedSessions;

final class InMemoryEndedTokensTest extends EndedTokensContract {
  private final InMemoryEndedTokens ended = new InMemoryEndedTokens();

  @Override
  EndedTokens endedTokens() {
    return ended;
  }

  @Override
  EndedSessions endedSessions() {
    return ended;
  }
}
