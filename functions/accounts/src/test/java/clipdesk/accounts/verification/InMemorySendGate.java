package clipdesk.accounts.verification;

import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The gate's own rules without a table. */
@Singleton
@Replaces(DynamoSendGate.class)
final class InMemorySendGate implements SendGate {
  private final Map<String, SendTimes> sends = new HashMap<>();

  @Override
  public synchronized void pass(String email, Instant now) {
    var times = sends.getOrDefault(email, new SendTimes(List.of()));
    times
        .refusal(now)
        .ifPresent(
            refusal -> {
              throw new ProblemException(ProblemType.TOO_MANY_REQUESTS, "Wait before you ask again")
                  .with("reason", refusal.reason())
                  .retryAfter(refusal.delay());
            });
    sends.put(email, times.with(now));
  }
}
