package clipdesk.accounts.directory;

import clipdesk.common.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Reads an access token that Cognito has just given us; nothing to verify about it. */
final class AccessTokens {
  private AccessTokens() {}

  static String subject(String accessToken) {
    var payload = accessToken.split("\\.", 3)[1];
    var json = new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
    return (String) Json.object(json).get("sub");
  }
}
