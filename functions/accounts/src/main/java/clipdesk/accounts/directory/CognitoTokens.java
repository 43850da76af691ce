package clipdesk.accounts.directory;

import clipdesk.common.identity.Secret;
import clipdesk.common.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;

/** Reads what Cognito has just given us; nothing to verify about it. */
final class CognitoTokens {
  private CognitoTokens() {}

  static Tokens of(AuthenticationResultType result, String refreshToken) {
    return new Tokens(
        subject(result.accessToken()),
        new Secret(result.accessToken()),
        new Secret(refreshToken),
        result.expiresIn());
  }

  private static String subject(String accessToken) {
    var payload = accessToken.split("\\.", 3)[1];
    var json = new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
    return (String) Json.object(json).get("sub");
  }
}
