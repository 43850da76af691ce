package clipdesk.accounts.signin;

import clipdesk.accounts.sessions.SessionId;
import clipdesk.common.identity.Secret;

/** What a browser holds of a session: which it is, and a refresh token of it. */
record HeldSession(SessionId id, Secret refreshToken) {}
