package clipdesk.accounts.directory;

import clipdesk.accounts.AccountsConfig;
import clipdesk.accounts.audit.PseudonymKey;
import clipdesk.common.digests.HmacSha256;
import clipdesk.common.identity.Secret;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/**
 * The secret of our one app client, read at first use: a start-up snapshot must not hold it. Every
 * call carries a hash keyed by it, so that nobody can go round our API.
 */
@Singleton
public final class CognitoClientSecret implements PseudonymKey {
  /** With all its tries, so that a call which needs it for its audit line only still ends. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final CognitoIdentityProviderClient cognito;
  private final String userPoolId;
  private final String clientId;
  private volatile Optional<Secret> secret = Optional.empty();

  @Inject
  CognitoClientSecret(CognitoIdentityProviderClient cognito, AccountsConfig config) {
    this(cognito, config.userPoolId(), config.clientId());
  }

  public CognitoClientSecret(
      CognitoIdentityProviderClient cognito, String userPoolId, String clientId) {
    this.cognito = cognito;
    this.userPoolId = userPoolId;
    this.clientId = clientId;
  }

  @Override
  public boolean fetched() {
    return secret.isPresent();
  }

  @Override
  public String text() {
    if (secret.isEmpty()) {
      secret =
          Optional.of(
              new Secret(
                  cognito
                      .describeUserPoolClient(
                          request ->
                              request
                                  .userPoolId(userPoolId)
                                  .clientId(clientId)
                                  .overrideConfiguration(it -> it.apiCallTimeout(PATIENCE)))
                      .userPoolClient()
                      .clientSecret()));
    }
    return secret.get().text();
  }

  /** {@code SECRET_HASH}: Base64(HMAC-SHA256(secret, username + client id)), the name as sent. */
  String hash(String username) {
    byte[] key = text().getBytes(StandardCharsets.UTF_8);
    byte[] message = (username + clientId).getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(HmacSha256.of(key, message));
  }
}
