package clipdesk.accounts.sessions;

import clipdesk.common.identity.Secret;

/** What a browser holds of a session: which it is, and a refresh token of it. */
public record SessionCookie(SessionId id, Secret refreshToken) {}
