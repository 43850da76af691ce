package clipdesk.accounts.tally;

import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;

/** What was counted. */
@Singleton
@Replaces(EmfTally.class)
public final class RecordedTally implements Tally {
  private final Map<Occurrence, Integer> counts = new EnumMap<>(Occurrence.class);

  @Override
  public synchronized void count(Occurrence occurrence) {
    counts.merge(occurrence, 1, Integer::sum);
  }

  public synchronized int of(Occurrence occurrence) {
    return counts.getOrDefault(occurrence, 0);
  }
}
