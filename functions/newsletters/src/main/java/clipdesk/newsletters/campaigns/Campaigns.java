package clipdesk.newsletters.campaigns;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Campaigns and their ledgers. */
public interface Campaigns {
  /**
   * @return false if there is one with this id
   */
  boolean create(Campaign campaign, String bodyHash);

  /** Empty also for one whose row cannot be read. */
  Optional<Campaign> find(String id);

  /**
   * For whoever was told to work on it, and must not take it for gone.
   *
   * @throws clipdesk.common.json.UnreadableException if there is one that cannot be read
   */
  Optional<Campaign> expect(String id);

  /** The hash of the request that made a campaign; empty if it cannot be read. */
  Optional<String> bodyHash(String id);

  /** All that can be read. */
  List<Campaign> all();

  /** Moves a campaign on if its state and version are still these. */
  boolean move(Campaign from, String to, Instant now);

  void tested(String id, long revision);

  void planned(String id, String bucket, long rows);

  /** How many of the 16 buckets are planned. */
  int plannedBuckets(String id);

  /** Subscribers of a topic in one bucket who were there before an instant. */
  List<String> audience(String topic, String bucket, Instant before);

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
