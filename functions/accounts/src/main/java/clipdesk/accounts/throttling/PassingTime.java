package clipdesk.accounts.throttling;

import java.time.Duration;

/** Time that passes while a request is answered; a test lets it pass without waiting. */
public interface PassingTime {
  /** A point in time; only the difference of two means something. */
  long nanos();

  /** Comes back after this long, at once if it is not positive. */
  void pass(Duration wait);
}
