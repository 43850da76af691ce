package clipdesk.accounts.directory;

import clipdesk.common.identity.Secret;

/**
 * What a sign-in gives.
 *
 * @param expiresInSeconds life of the access token
 */
public record Tokens(String sub, Secret accessToken, Secret refreshToken, long expiresInSeconds) {}
