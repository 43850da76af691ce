package clipdesk.newsletters.campaigns;

import java.time.Instant;
import java.util.Map;

/** The ledger of each campaign: one row a recipient, so that nobody gets a campaign twice. */
public interface Deliveries {
  /** A PENDING row; one that is there stays. */
  void plan(String id, String bucket, String subscriberId, Instant now);

  /**
   * PENDING → CLAIMED.
   *
   * @return whether this claim holds
   */
  boolean claim(String id, String bucket, String subscriberId, String claim, Instant now);

  /** CLAIMED → SENT by the answer of SES. */
  void sent(String id, String bucket, String subscriberId, String claim, String messageId);

  /** Any open state → SENT by an event of SES; harmless if it is sent already. */
  void sentByEvent(String id, String bucket, String subscriberId, String messageId);

  /** PENDING → SKIPPED, or CLAIMED → FAILED or back to PENDING. */
  void close(String id, String bucket, String subscriberId, String from, String to, String reason);

  /** CLAIMED rows without word from SES for too long → PARKED, for a person to decide. */
  int park(String id, Instant before);

  /** Rows by state. */
  Map<String, Long> counts(String id);
}
