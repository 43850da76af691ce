package clipdesk.media.limits;

import java.time.Instant;
import java.util.OptionalLong;

/** Counts that start anew with every window of time. */
interface Counters {
  /**
   * Adds to a count if it then stays within the limit, in one step.
   *
   * @param name what is counted, for whom, in which window
   * @param forgetAfter when nobody will ask any more
   * @return empty if it was added; otherwise the count as it stands
   */
  OptionalLong add(String name, long amount, long limit, Instant forgetAfter);
}
