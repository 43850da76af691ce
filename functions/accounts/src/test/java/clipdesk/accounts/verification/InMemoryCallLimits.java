package clipdesk.accounts.verification;

import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Fixed windows in memory. */
@Singleton
@Replaces(DynamoCallLimits.class)
final class InMemoryCallLimits implements CallLimits {
  private final Map<String, Long> counts = new HashMap<>();

  @Override
  public synchronized void count(
      String kind, String key, long limit, Duration window, Instant now) {
    if (full(kind, key, limit, window, now)) {
      throw new ProblemException(ProblemType.TOO_MANY_REQUESTS, "Too many calls from one place")
          .with("reason", "ip")
          .retryAfter(window);
    }
    counts.merge(name(kind, key, window, now), 1L, Long::sum);
  }

  @Override
  public synchronized boolean full(
      String kind, String key, long limit, Duration window, Instant now) {
    return counts.getOrDefault(name(kind, key, window, now), 0L) >= limit;
  }

  private static String name(String kind, String key, Duration window, Instant now) {
    return kind + "#" + key + "#" + now.getEpochSecond() / window.toSeconds();
  }
}
