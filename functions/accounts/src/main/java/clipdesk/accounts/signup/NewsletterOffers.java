package clipdesk.accounts.signup;

import clipdesk.accounts.AccountsConfig;
import clipdesk.common.aws.Secrets;
import clipdesk.common.digests.HmacSha256;
import clipdesk.common.json.Json;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.UUID;

/**
 * Signs the offer to subscribe right after an address was proven, so that no second mail is needed.
 * Consent is no part of signing up: the offer is taken or left.
 */
@Singleton
final class NewsletterOffers {
  static final Duration LIFE = Duration.ofMinutes(60);

  private final Secrets secrets;
  private final AccountsConfig config;

  NewsletterOffers(Secrets secrets, AccountsConfig config) {
    this.secrets = secrets;
    this.config = config;
  }

  String offer(String sub, String email, Instant now) {
    var claims = new LinkedHashMap<String, Object>();
    claims.put("sub", sub);
    claims.put("email", email);
    claims.put("verifiedAt", now.getEpochSecond());
    claims.put("exp", now.plus(LIFE).getEpochSecond());
    claims.put("jti", UUID.randomUUID().toString());
    var signed = "o1." + base64(Json.text(claims).getBytes(StandardCharsets.UTF_8));
    return signed + "." + base64(mac(signed));
  }

  private byte[] mac(String text) {
    return HmacSha256.of(secrets.key(config.offerKeyArn()), text.getBytes(StandardCharsets.UTF_8));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
