package clipdesk.accounts.signin;

import clipdesk.common.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Reads the groups out of a token that Cognito has just given us, to tell the page. */
final class AccessTokenGroups {
  private AccessTokenGroups() {}

  static boolean editor(String accessToken) {
    var payload = accessToken.split("\\.", 3)[1];
    var claims =
        Json.object(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
    return claims.get("cognito:groups") instanceof List<?> groups && groups.contains("editors");
  }
}
