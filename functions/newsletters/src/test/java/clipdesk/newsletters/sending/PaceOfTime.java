package clipdesk.newsletters.sending;

import java.time.Duration;
import java.time.Instant;

/** The bucket of production; only whoever waits for it waits in simulated time. */
record PaceOfTime(DynamoPace pace, VirtualTime time) implements Pace {
  @Override
  public Turn ask(int slots, Instant latest, Duration ahead) {
    return pace.ask(slots, latest, ahead);
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
  public void standBy(Instant until) {
    if (until.isAfter(time.instant())) {
      time.sleepUntil(until);
    }
  }
}
