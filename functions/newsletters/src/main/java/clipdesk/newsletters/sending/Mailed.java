package clipdesk.newsletters.sending;

import java.time.Duration;
import java.util.Optional;

/** What became of a mail to one person. */
enum Mailed {
  /** SES has it or may have it, now or from before; or there is none to send. */
  DONE(Duration.ZERO),

  /** SES does not take it to this address, and never will. */
  REFUSED(Duration.ZERO),

  /** No slot comes while its function runs, or SES had enough for a moment: nothing is noted. */
  SOON(Duration.ofSeconds(10)),

  /** SES takes no more today: nothing is noted. */
  NOT_TODAY(Duration.ofMinutes(15));

  private final Duration wait;

  Mailed(Duration wait) {
    this.wait = wait;
  }

  /** How long its message waits for the next try, which is not counted; empty if there is none. */
  Optional<Duration> again() {
    return Optional.of(wait).filter(Duration::isPositive);
  }
}
