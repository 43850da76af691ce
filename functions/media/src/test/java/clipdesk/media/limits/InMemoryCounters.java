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
  private final Map<Counted, Long> counts = new HashMap<>();

  @Override
  public synchronized OptionalLong add(
      Counted counted, long amount, long limit, Instant forgetAfter) {
    long count = counts.getOrDefault(counted, 0L);
    if (count + amount > limit) {
      return OptionalLong.of(count);
    }
    counts.put(counted, count + amount);
    return OptionalLong.empty();
  }
}
