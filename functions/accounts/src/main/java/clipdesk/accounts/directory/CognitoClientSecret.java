package clipdesk.accounts.directory;

import clipdesk.accounts.AccountsConfig;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/**
 * The secret of our one app client, read at first use: a start-up snapshot must not hold it. Every
 * call carries a hash keyed by it, so that nobody can go round our API.
 */
@Singleton
final class CognitoClientSecret {
  private final CognitoIdentityProviderClient cognito;
  private final AccountsConfig config;
  private volatile String secret = "";

  CognitoClientSecret(CognitoIdentityProviderClient cognito, AccountsConfig config) {
    this.cognito = cognito;
    this.config = config;
  }

  String text() {
    if (secret.isEmpty()) {
      secret =
          cognito
              .describeUserPoolClient(
                  request -> request.userPoolId(config.userPoolId()).clientId(config.clientId()))
              .userPoolClient()
              .clientSecret();
    }
    return secret;
  }

  /** {@code SECRET_HASH}: Base64(HMAC-SHA256(secret, username + client id)), the name as sent. */
  String hash(String username) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(text().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder()
          .encodeToString(
              mac.doFinal((username + config.clientId()).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA256 is in every Java platform", e);
    }
  }
}
