package clipdesk.accounts.verification;

import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When code mails went to an address, newest last, and whether one more may: 60 seconds after the
 * last, 5 in any hour, 10 in any day.
 */
record SendTimes(List<Instant> sends) {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final int PER_HOUR = 5;
  private static final int PER_DAY = 10;

  SendTimes {
    sends = List.copyOf(sends);
  }

  /** Why no mail may go now. */
  record Refusal(String reason, Duration delay) {
    ProblemException problem() {
      return new ProblemException(ProblemType.TOO_MANY_REQUESTS, "Wait before you ask again")
          .with("reason", reason)
          .retryAfter(delay);
    }
  }

  Optional<Refusal> refusal(Instant now) {
    if (!sends.isEmpty()) {
      var free = sends.getLast().plus(Verification.COOL_DOWN);
      if (now.isBefore(free)) {
        return Optional.of(new Refusal("cool-down", Duration.between(now, free)));
      }
    }
    return over("hourly", now, HOUR, PER_HOUR).or(() -> over("daily", now, DAY, PER_DAY));
  }

  /** With one mail more; what is older than a day is forgotten. */
  SendTimes with(Instant now) {
    var kept = new ArrayList<>(within(now, DAY));
    kept.add(now);
    return new SendTimes(kept);
  }

  private Optional<Refusal> over(String reason, Instant now, Duration window, int limit) {
    var recent = within(now, window);
    if (recent.size() < limit) {
      return Optional.empty();
    }
    var free = recent.get(recent.size() - limit).plus(window);
    return Optional.of(new Refusal(reason, Duration.between(now, free)));
  }

  private List<Instant> within(Instant now, Duration window) {
    return sends.stream().filter(send -> send.isAfter(now.minus(window))).toList();
  }
}
