package clipdesk.newsletters.deliveries;

import clipdesk.common.addresses.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rows of the ledger. A write whose row is not in the state that it leaves, or is another's claim,
 * changes nothing: whoever was there first has the last word.
 */
public interface Deliveries {
  /** A PENDING row; one that is there stays. */
  void plan(DeliveryId id, Instant now);

  /**
   * The rows that there are, as they are now, in the order asked for.
   *
   * @param subscriberIds at most 100
   */
  List<Delivery> read(String campaignId, List<String> subscriberIds);

  /**
   * PENDING → CLAIMED, in one step with a look at the recipient: whoever left, moved or was
   * suppressed before gets no mail. Repeated, it is the same claim.
   *
   * @param topic that must be on
   * @param email that must be the recipient's
   * @param claim new for each try
   */
  ClaimAnswer claim(DeliveryId id, String topic, EmailAddress email, String claim, Instant now);

  /** CLAIMED or PARKED → SENT by the answer of SES. */
  void accepted(DeliveryId id, String claim, String messageId);

  /** CLAIMED → PENDING: SES surely does not have it. */
  void release(DeliveryId id, String claim, String reason);

  /** CLAIMED → FAILED: SES never will take it. */
  void fail(DeliveryId id, String claim, String reason);

  /** PENDING → SKIPPED. */
  void skip(DeliveryId id, String reason);

  /** PENDING → FAILED, before any claim. */
  void giveUp(DeliveryId id, String reason);

  /** Any open state → SENT by an event of SES; harmless if it is sent already. */
  void sentByEvent(DeliveryId id, String messageId);

  /** CLAIMED → PARKED, for a person to decide. */
  boolean park(DeliveryId id, String claim);

  /** Counts that a PENDING row is hinted at again. */
  void requeued(DeliveryId id);

  /**
   * Counts a try of a row that is worked on by itself.
   *
   * @return how many there were since it was last claimed, this one among them; 0 if it is not
   *     PENDING
   */
  long tried(DeliveryId id);

  /**
   * Rows of a bucket that are open, oldest first; one that was planned or closed this moment may be
   * missing or there.
   *
   * @param after the cursor of the page before
   * @param limit at most 100
   */
  Page open(String campaignId, String bucket, Optional<String> after, int limit);

  /**
   * @param next where the next page begins, if there is one
   */
  record Page(List<Delivery> rows, Optional<String> next) {}

  /** Rows of a bucket by state, as they are now. */
  Map<DeliveryState, Long> counts(String campaignId, String bucket);
}
