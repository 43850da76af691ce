package clipdesk.accounts.directory;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;

/** The secret of the app client: no call for a session does without it anyway. */
@Singleton
final class CognitoSessionKey implements SessionKey {
  private final CognitoClientSecret secret;

  CognitoSessionKey(CognitoClientSecret secret) {
    this.secret = secret;
  }

  @Override
  public byte[] bytes() {
    return secret.text().getBytes(StandardCharsets.UTF_8);
  }
}
