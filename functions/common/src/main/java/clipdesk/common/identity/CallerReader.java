package clipdesk.common.identity;

import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the caller out of the claims that the gateway's authorizer put into the event. Claims
 * arrive as strings; dates among them have several written forms and are not read.
 */
public final class CallerReader {
  private final TokenRules rules;

  public CallerReader(TokenRules rules) {
    this.rules = rules;
  }

  /**
   * @throws ProblemException {@code unauthenticated} if there are no claims, or they are not those
   *     of an access token of our client with our scope
   */
  public Caller read(APIGatewayProxyRequestEvent event) {
    var claims = claims(event);
    var scopes = Set.copyOf(words(claims, "scope"));
    boolean ours =
        "access".equals(claims.get("token_use"))
            && scopes.contains(rules.scope())
            && rules.issued(claim(claims, "iss"))
            && rules.clientId().equals(claims.get("client_id"));
    if (!ours || !claims.containsKey("sub")) {
      throw unauthenticated();
    }
    return new Caller(
        claims.get("sub"),
        Set.copyOf(words(claims, "cognito:groups")),
        Instant.ofEpochSecond(seconds(claims.get("auth_time"))),
        claim(claims, "email").filter(_ -> "true".equals(claims.get("email_verified"))),
        claim(claims, "origin_jti"));
  }

  /** Without {@code WWW-Authenticate}: API Gateway renames it; its own answers carry it. */
  public static ProblemException unauthenticated() {
    return new ProblemException(ProblemType.UNAUTHENTICATED, "Sign in first");
  }

  private static Map<String, String> claims(APIGatewayProxyRequestEvent event) {
    var context = event.getRequestContext();
    var authorizer = context == null ? null : context.getAuthorizer();
    if (authorizer == null || !(authorizer.get("claims") instanceof Map<?, ?> claims)) {
      throw unauthenticated();
    }
    return claims.entrySet().stream()
        .filter(claim -> claim.getValue() != null)
        .collect(
            Collectors.toMap(
                claim -> String.valueOf(claim.getKey()),
                claim -> String.valueOf(claim.getValue())));
  }

  private static Optional<String> claim(Map<String, String> claims, String name) {
    return Optional.ofNullable(claims.get(name));
  }

  private static List<String> words(Map<String, String> claims, String name) {
    return claim(claims, name).map(CallerReader::words).orElse(List.of());
  }

  /** A list claim has three written forms in the wild: {@code a,b}, {@code [a b]} and {@code a}. */
  static List<String> words(String claim) {
    return Arrays.stream(claim.replaceAll("[\\[\\]]", "").split("[,\\s]+", -1))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static long seconds(String authTime) {
    try {
      return Long.parseLong(authTime);
    } catch (NumberFormatException e) {
      throw unauthenticated();
    }
  }
}
