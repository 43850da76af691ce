package clipdesk.newsletters.campaigns;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Campaigns, and how far each of their audiences is planned. */
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
}
