package clipdesk.journeys;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells the other contexts of an account what accounts would, about one of its sessions. */
record AccountWord(Stack stack, String sub, String tokenFamily, long signedInAt) {
  /** About the account and the session that an access token is of. */
  static AccountWord of(Stack stack, String accessToken) {
    var payload = Base64.getUrlDecoder().decode(accessToken.split("\\.", -1)[1]);
    try {
      var claims = JSON.std.mapFrom(new String(payload, StandardCharsets.UTF_8));
      return new AccountWord(
          stack,
          (String) claims.get("sub"),
          (String) claims.get("origin_jti"),
          ((Number) claims.get("auth_time")).longValue());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void sessionEnded() {
    publish("session-ended", Map.of("tokenFamily", tokenFamily));
  }

  void sessionsEnded(long validAfter) {
    publish("sessions-ended", Map.of("validAfter", validAfter));
  }

  private void publish(String type, Map<String, ?> more) {
    var members = new LinkedHashMap<String, Object>(more);
    members.put("type", type);
    members.put("sub", sub);
    try (var sns = stack.sns()) {
      sns.publish(
          publish ->
              publish.topicArn(stack.output("AccountEventsTopic")).message(Api.write(members)));
    }
  }
}
