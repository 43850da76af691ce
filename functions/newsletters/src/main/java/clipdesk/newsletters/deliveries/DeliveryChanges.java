package clipdesk.newsletters.deliveries;

import java.time.Instant;
import java.util.List;

/** Changes of rows that were read before, each together with what the campaign counts of them. */
public interface DeliveryChanges {
  int ROWS_AT_ONCE = 25;

  /**
   * Puts one row in another's place, and what it changes in the tallies if they have it.
   *
   * @param then of a higher version
   * @return false if the row is not as it was read any more
   */
  boolean replace(Delivery seen, Delivery then);

  /**
   * Adds closed rows to the tallies, once, and takes them from among the open ones.
   *
   * @param closed of one bucket, at most {@link #ROWS_AT_ONCE}
   * @return false if one of them is not as it was read any more: none is counted then
   */
  boolean count(List<Delivery> closed);

  /** Keeps that SES took more than one mail of a row. */
  void duplicate(DeliveryId id, String messageId, Instant now);
}
