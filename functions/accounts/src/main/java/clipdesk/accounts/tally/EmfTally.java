package clipdesk.accounts.tally;

import clipdesk.common.logging.EmfCount;
import jakarta.inject.Singleton;
import java.util.Map;

/** One line of embedded metric format for each occurrence, by the function it happened in. */
@Singleton
public final class EmfTally implements Tally {
  @Override
  public void count(Occurrence occurrence) {
    EmfCount.print(occurrence.metric(), Map.of());
  }
}
