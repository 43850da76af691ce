package clipdesk.media.downloads;

import java.nio.charset.StandardCharsets;

/** A key that everybody knows. */
public final class FixedTicketKey implements TicketKey {
  @Override
  public byte[] get() {
    return "a key for tests".getBytes(StandardCharsets.UTF_8);
  }
}
