package clipdesk.common.limits;

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

  /** Takes a call back that was counted at this instant. */
  void giveBack(String kind, String key, Duration window, Instant now);
}
