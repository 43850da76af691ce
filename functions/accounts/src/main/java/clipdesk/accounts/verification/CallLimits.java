package clipdesk.accounts.verification;

import java.time.Duration;
import java.time.Instant;

/** Fixed windows that count calls of one kind from one place. */
public interface CallLimits {
  /**
   * Counts one call.
   *
   * @throws clipdesk.common.problem.ProblemException {@code too-many-requests} over the limit
   */
  void count(String kind, String key, long limit, Duration window, Instant now);

  /** Whether the window is full, without counting. */
  boolean full(String kind, String key, long limit, Duration window, Instant now);
}
