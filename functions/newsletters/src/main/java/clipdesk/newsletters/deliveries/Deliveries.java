package clipdesk.newsletters.deliveries;

import clipdesk.common.addresses.EmailAddress;
import java.time.Instant;
import java.util.List;
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
   * The row, maybe as it was a moment ago, for half of what it costs to read it as it is: to be
   * believed where a write holds that depends on it, and nowhere else.
   */
  Optional<Delivery> glimpse(DeliveryId id);

  /**
   * The rows of one recipient that there are, in the order asked for.
   *
   * @param campaignIds at most 100
   */
  List<Delivery> of(String subscriberId, List<String> campaignIds);

  /**
   * PENDING → CLAIMED, in one step with a look at the recipient: whoever left, moved or was
   * suppressed before gets no mail. Repeated, it is the same claim.
   *
   * @param topic that must be on
   * @param email that must be the recipient's
   * @param claim new for each try
   */
  ClaimAnswer claim(DeliveryId id, String topic, EmailAddress email, String claim, Instant now);

  /**
   * CLAIMED → SENT by the answer of SES.
   *
   * @return false if the row is not as its claim left it: an event was faster, or somebody decided
   */
  boolean accepted(DeliveryId id, String claim, String messageId);

  /** CLAIMED → PENDING: SES surely does not have it. */
  void release(DeliveryId id, String claim, String reason);

  /** CLAIMED → FAILED: SES never will take it. */
  void fail(DeliveryId id, String claim, String reason);

  /** PENDING → SKIPPED. */
  void skip(DeliveryId id, String reason);

  /** PENDING → FAILED, before any claim. */
  void giveUp(DeliveryId id, String reason);

  /**
   * Counts a try of a row that is worked on by itself.
   *
   * @return how many there were since it was last claimed, this one among them; 0 if it is not
   *     PENDING
   */
  long tried(DeliveryId id);
}
