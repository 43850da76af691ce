package clipdesk.accounts.directory;

import clipdesk.common.identity.Secret;
import clipdesk.common.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;

/** Reads what Cognito has just given us; nothing to verify about it. */
final class CognitoTokens {
  private CognitoTokens() {}

  static Tokens of(AuthenticationResultType result, String refreshToken) {
    var claims = claims(result.accessToken());
    return new Tokens(
        (String) claims.get("sub"),
        Optional.ofNullable((String) claims.get("origin_jti")),
        claims.get("cognito:groups") instanceof List<?> groups && groups.contains("editors"),
        new Secret(result.accessToken()),
        new Secret(refreshToken),
        result.expiresIn());
  }

  private static Map<String, Object> claims(String accessToken) {
    var payload = accessToken.split("\\.", 3)[1];
    return Json.object(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
  }
}
