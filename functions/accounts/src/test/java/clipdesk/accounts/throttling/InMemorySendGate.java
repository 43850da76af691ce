package clipdesk.accounts.throttling;

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
  private final Map<String, List<Instant>> sends = new HashMap<>();

  @Override
  public synchronized void pass(String email, Instant now) {
    SendLimits.OF_AN_ADDRESS
        .refusal(sends(email), now)
        .ifPresent(
            refusal -> {
              throw SendLimits.problem(refusal);
            });
    sends.put(email, SendLimits.OF_AN_ADDRESS.with(sends(email), now));
  }

  @Override
  public synchronized List<Instant> sends(String email) {
    return sends.getOrDefault(email, List.of());
  }
}
