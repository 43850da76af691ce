package clipdesk.media.downloads;

import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;

/** A key that everybody knows. */
@Singleton
@Replaces(SecretsManagerTicketKey.class)
public final class FixedTicketKey implements TicketKey {
  @Override
  public byte[] get() {
    return "a key for tests".getBytes(StandardCharsets.UTF_8);
  }
}
