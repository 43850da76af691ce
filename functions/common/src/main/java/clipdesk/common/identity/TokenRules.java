package clipdesk.common.identity;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Which access tokens are ours.
 *
 * @param clientId the one app client of the pool
 * @param scope the scope every protected route asks for
 * @param userPoolId the pool that must have issued the token; empty where the gateway's check of it
 *     is enough (a context that is not told of the pool)
 */
public record TokenRules(String clientId, String scope, Optional<String> userPoolId) {
  public TokenRules {
    requireNonNull(clientId);
    requireNonNull(scope);
    requireNonNull(userPoolId);
  }

  public TokenRules(String clientId, String scope) {
    this(clientId, scope, Optional.empty());
  }

  boolean issued(Optional<String> issuer) {
    return userPoolId.isEmpty()
        || issuer.filter(it -> it.endsWith("/" + userPoolId.get())).isPresent();
  }
}
