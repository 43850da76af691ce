package clipdesk.newsletters.sending;

import clipdesk.newsletters.deliveries.OpenDeliveries;
import clipdesk.newsletters.deliveries.Planning;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** A plan with whatever fault is switched on. */
final class BrokenPlanning extends ForwardedPlanning {
  private final SimulatedFault fault;
  private final OpenDeliveries rows;
  private final InstantSource clock;

  BrokenPlanning(Planning inner, SimulatedFault fault, OpenDeliveries rows, InstantSource clock) {
    super(inner);
    this.fault = fault;
    this.rows = rows;
    this.clock = clock;
  }

  @Override
  public List<Segment> segments(String campaignId) {
    var segments = super.segments(campaignId);
    return fault == SimulatedFault.ROWS_BEFORE_CHECKPOINTS
        ? segments.stream().map(it -> it.planned(rows(campaignId, it.bucket()))).toList()
        : segments;
  }

  private long rows(String campaignId, String bucket) {
    return rows.counts(campaignId, bucket).values().stream().mapToLong(it -> it).sum();
  }

  @Override
  public Page audience(
      String topic, String bucket, Optional<String> after, int limit, Instant until) {
    return super.audience(
        topic,
        bucket,
        after,
        limit,
        fault == SimulatedFault.CUT_OFF_AT_THE_PLANNERS_MOMENT ? clock.instant() : until);
  }
}
