package clipdesk.media.limits;

import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Counters that forget nothing. */
@Singleton
@Replaces(DynamoCounters.class)
public final class InMemoryCounters implements Counters {
  private final Map<String, Long> counts = new HashMap<>();

  @Override
  public synchronized OptionalLong add(String name, long amount, long limit, Instant forgetAfter) {
    long count = counts.getOrDefault(name, 0L);
    if (count + amount > limit) {
      return OptionalLong.of(count);
    }
    counts.put(name, count + amount);
    return OptionalLong.empty();
  }
}
