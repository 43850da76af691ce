package clipdesk.common.limits;

import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Fixed windows in memory. */
public final class InMemoryCallLimits implements CallLimits {
  private final Map<String, Long> counts = new HashMap<>();

  @Override
  public synchronized void count(
      String kind, String key, long limit, Duration window, Instant now) {
    var name = name(kind, key, window, now);
    if (counts.getOrDefault(name, 0L) >= limit) {
      long seconds = window.toSeconds();
      throw new ProblemException(ProblemType.TOO_MANY_REQUESTS, "Too many calls from one place")
          .with("reason", "ip")
          .retryAfter(Duration.ofSeconds(seconds - now.getEpochSecond() % seconds));
    }
    counts.merge(name, 1L, Long::sum);
  }

  @Override
  public synchronized void giveBack(String kind, String key, Duration window, Instant now) {
    counts.merge(name(kind, key, window, now), -1L, Long::sum);
  }

  private static String name(String kind, String key, Duration window, Instant now) {
    return kind + "#" + key + "#" + now.getEpochSecond() / window.toSeconds();
  }
}
