package clipdesk.accounts.throttling;

import clipdesk.common.limits.SlidingLimits;
import clipdesk.common.limits.SlidingLimits.Allowance;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import java.time.Duration;

/** How many code mails an address gets: one in 60 seconds, 5 in any hour, 10 in any day. */
public final class SendLimits {
  public static final Duration COOL_DOWN = Duration.ofSeconds(60);

  static final SlidingLimits OF_AN_ADDRESS =
      SlidingLimits.of(
          new Allowance("cool-down", 1, COOL_DOWN),
          new Allowance("hourly", 5, Duration.ofHours(1)),
          new Allowance("daily", 10, Duration.ofDays(1)));

  private SendLimits() {}

  static ProblemException problem(SlidingLimits.Refusal refusal) {
    return new ProblemException(ProblemType.TOO_MANY_REQUESTS, "Wait before you ask again")
        .with("reason", refusal.reason())
        .retryAfter(refusal.delay());
  }
}
