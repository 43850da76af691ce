package clipdesk.newsletters.sending;

import clipdesk.newsletters.deliveries.Planning;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What another one does, for those who change a part of it. */
abstract class ForwardedPlanning implements Planning {
  private final Planning inner;

  ForwardedPlanning(Planning inner) {
    this.inner = inner;
  }

  @Override
  public List<Segment> segments(String campaignId) {
    return inner.segments(campaignId);
  }

  @Override
  public Optional<Segment> segment(String campaignId, String bucket) {
    return inner.segment(campaignId, bucket);
  }

  @Override
  public boolean moveOn(String campaignId, Segment from, Segment to) {
    return inner.moveOn(campaignId, from, to);
  }

  @Override
  public Page audience(
      String topic, String bucket, Optional<String> after, int limit, Instant until) {
    return inner.audience(topic, bucket, after, limit, until);
  }

  @Override
  public List<String> subscribed(String topic, List<String> among, Instant until) {
    return inner.subscribed(topic, among, until);
  }
}
