package clipdesk.common.identity;

import static java.util.Objects.requireNonNull;

/**
 * Which access tokens are ours.
 *
 * @param clientId the one app client of the pool; empty means that the gateway's check of the pool
 *     is enough (a context without a right to read the pool)
 * @param scope the scope every protected route asks for
 * @param userPoolId the pool that must have issued the token; empty as above
 */
public record TokenRules(String clientId, String scope, String userPoolId) {
  public TokenRules {
    requireNonNull(clientId);
    requireNonNull(scope);
    requireNonNull(userPoolId);
  }

  public TokenRules(String clientId, String scope) {
    this(clientId, scope, "");
  }

  boolean issued(String issuer) {
    return userPoolId.isEmpty() || issuer.endsWith("/" + userPoolId);
  }
}
