package clipdesk.newsletters.deliveries;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows by bucket, and those that are open or were not counted yet. */
public interface OpenDeliveries {
  /**
   * Rows of a bucket that are open or not counted, oldest first; one that was planned or counted
   * this moment may be missing or there.
   *
   * @param after the cursor of the page before
   * @param limit at most 100
   */
  Page open(String campaignId, String bucket, Optional<String> after, int limit);

  /**
   * All rows of a bucket, by recipient.
   *
   * @param after the cursor of the page before
   */
  Page all(String campaignId, String bucket, Optional<String> after, int limit);

  /**
   * Rows of a bucket that were passed over, by recipient.
   *
   * @param after the cursor of the page before
   * @param limit how many rows are looked at; a page has those of them that it is about
   */
  Page passedOver(PassedOver whom, String bucket, Optional<String> after, int limit);

  /**
   * All rows that are parked.
   *
   * @param after the cursor of the page before
   * @param limit at most 100
   */
  Page parked(String campaignId, Optional<String> after, int limit);

  /**
   * @param next where the next page begins, if there is one
   */
  record Page(List<Delivery> rows, Optional<String> next) {}

  /** How many are parked. */
  long parked(String campaignId);

  /** CLAIMED → PARKED, for a person to decide. */
  boolean park(DeliveryId id, String claim);

  /** Counts that a PENDING row is hinted at again. */
  void requeued(DeliveryId id);

  /** Rows of a bucket by state, as they are now: it reads every one of them. */
  Map<DeliveryState, Long> counts(String campaignId, String bucket);
}
