package clipdesk.accounts.signin;

import clipdesk.accounts.directory.Tokens;
import clipdesk.accounts.profile.Profile;
import clipdesk.accounts.sessions.SessionCookie;
import clipdesk.accounts.sessions.SessionId;

/** A session that was opened or refreshed just now, and whose it is. */
record OpenSession(SessionId id, Tokens tokens, Profile profile) {
  SessionCookie cookie() {
    return new SessionCookie(id, tokens.refreshToken());
  }
}
