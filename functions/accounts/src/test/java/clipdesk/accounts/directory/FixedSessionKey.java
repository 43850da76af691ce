package clipdesk.accounts.directory;

import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;

/** A key that is at hand. */
@Singleton
@Replaces(CognitoSessionKey.class)
final class FixedSessionKey implements SessionKey {
  @Override
  public byte[] bytes() {
    return "a key of sessions".getBytes(StandardCharsets.UTF_8);
  }
}
