package clipdesk.media.limits;

import java.time.Instant;
import java.util.OptionalLong;

/** Counts that start anew with every window of time. */
interface Counters {
  /** Who or what is counted for. */
  enum Holder {
    ACCOUNT,
    TICKET
  }

  /**
   * What is counted.
   *
   * @param id of the holder
   * @param what is counted, in which window
   */
  record Counted(Holder holder, String id, String what) {}

  /**
   * Adds to a count if it then stays within the limit, in one step.
   *
   * @param forgetAfter when nobody will ask any more
   * @return empty if it was added; otherwise the count as it stands
   */
  OptionalLong add(Counted counted, long amount, long limit, Instant forgetAfter);
}
