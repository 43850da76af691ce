package clipdesk.newsletters.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The bucket of production; only whoever waits for it waits in simulated time. */
record PaceOfTime(DynamoPace pace, VirtualTime time) implements Pace {
  @Override
  public Instant reserve(int slots) {
    return pace.reserve(slots);
  }

  @Override
  public Optional<Instant> reserveBy(Instant latest) {
    return pace.reserveBy(latest);
  }

  @Override
  public Duration slot() {
    return pace.slot();
  }

  @Override
  public void slowDown(Duration by) {
    pace.slowDown(by);
  }

  @Override
  public void await(Instant slot) {
    if (slot.isAfter(time.instant())) {
      time.sleepUntil(slot);
    }
  }
}
