package clipdesk.accounts.verification;

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
              throw refusal.problem();
            });
    sends.put(email, times.with(now));
  }

  @Override
  public synchronized List<Instant> sends(String email) {
    return sends.getOrDefault(email, new SendTimes(List.of())).sends();
  }
}
