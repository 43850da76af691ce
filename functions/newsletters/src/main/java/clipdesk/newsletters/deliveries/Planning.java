package clipdesk.newsletters.deliveries;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How far the ledger of a campaign is written, bucket by bucket, and for whom it is. */
public interface Planning {
  /** The 16 buckets of a campaign that was started, as they are now; none of any other. */
  List<Segment> segments(String campaignId);

  Optional<Segment> segment(String campaignId, String bucket);

  /**
   * Moves the checkpoint.
   *
   * @return false if it is not where it was any more: somebody else has moved it
   */
  boolean moveOn(String campaignId, Segment from, Segment to);

  /**
   * Subscribers of a topic in one bucket.
   *
   * @param after the last key of the page before
   * @param limit how many are looked at; those who came later than {@code until} are left out
   */
  Page audience(String topic, String bucket, Optional<String> after, int limit, Instant until);

  /**
   * Of some people those who were subscribed to a topic by then and still are, in the order given.
   */
  List<String> subscribed(String topic, List<String> among, Instant until);

  /**
   * @param lastKey of whom was looked at last; empty if there is nobody behind
   */
  record Page(List<String> subscribers, Optional<String> lastKey) {}

  /**
   * @param lastKey up to whom there are rows and hints, as long as it is not planned
   * @param rows how many there were when it was planned, or that were looked at until then
   */
  record Segment(String bucket, boolean planned, Optional<String> lastKey, long rows) {
    static Segment begun(String bucket) {
      return new Segment(bucket, false, Optional.empty(), 0);
    }

    public Segment upTo(String key, long more) {
      return new Segment(bucket, false, Optional.of(key), rows + more);
    }

    public Segment planned(long written) {
      return new Segment(bucket, true, Optional.empty(), written);
    }
  }
}
