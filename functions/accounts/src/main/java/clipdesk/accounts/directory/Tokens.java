package clipdesk.accounts.directory;

import clipdesk.common.identity.Secret;
import java.util.Optional;

/**
 * What a sign-in gives.
 *
 * @param tokenFamily what the access tokens of one session have in common ({@code origin_jti})
 * @param editor whether they are of somebody in the group of editors
 * @param expiresInSeconds life of the access token
 */
public record Tokens(
    String sub,
    Optional<String> tokenFamily,
    boolean editor,
    Secret accessToken,
    Secret refreshToken,
    long expiresInSeconds) {}
