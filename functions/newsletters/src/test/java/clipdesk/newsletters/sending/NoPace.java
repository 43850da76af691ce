package clipdesk.newsletters.sending;

import java.time.Duration;
import java.time.Instant;

/** Every slot is now. */
final class NoPace implements Pace {
  @Override
  public Instant reserve(int slots) {
    return Instant.EPOCH;
  }

  @Override
  public Duration slot() {
    return Duration.ZERO;
  }
}
