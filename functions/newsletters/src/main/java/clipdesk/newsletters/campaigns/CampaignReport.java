package clipdesk.newsletters.campaigns;

import clipdesk.common.json.Json;
import clipdesk.newsletters.deliveries.Deliveries;
import clipdesk.newsletters.deliveries.DeliveryState;
import clipdesk.newsletters.deliveries.Planning;
import clipdesk.newsletters.subscriptions.Subscriber;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What became of a campaign, as far as it is. */
@Singleton
final class CampaignReport {
  private final Deliveries deliveries;
  private final Planning planning;
  private final InstantSource clock;

  CampaignReport(Deliveries deliveries, Planning planning, InstantSource clock) {
    this.deliveries = deliveries;
    this.planning = planning;
    this.clock = clock;
  }

  Map<String, Object> of(Campaign campaign) {
    // Read before the rows: what is planned by then is among them.
    var segments = planning.segments(campaign.id());
    var counts = new EnumMap<DeliveryState, Long>(DeliveryState.class);
    Subscriber.buckets()
        .forEach(
            bucket ->
                deliveries
                    .counts(campaign.id(), bucket)
                    .forEach((state, rows) -> counts.merge(state, rows, Long::sum)));
    var report = new LinkedHashMap<String, Object>();
    report.put("campaignId", campaign.id());
    report.put("state", campaign.state());
    campaign.pausedReason().ifPresent(it -> report.put("pausedReason", it));
    report.put("asOf", Json.instant(clock.instant()));
    report.put("planned", counts.values().stream().mapToLong(Long::longValue).sum());
    report.put(
        "planningDone",
        !segments.isEmpty() && segments.stream().allMatch(Planning.Segment::planned));
    report.put(
        "open",
        Map.of(
            "pending", counts.getOrDefault(DeliveryState.PENDING, 0L),
            "claimed", counts.getOrDefault(DeliveryState.CLAIMED, 0L),
            "parked", counts.getOrDefault(DeliveryState.PARKED, 0L)));
    report.put(
        "exact",
        Map.of(
            "sent", counts.getOrDefault(DeliveryState.SENT, 0L),
            "failed", counts.getOrDefault(DeliveryState.FAILED, 0L),
            "skipped", counts.getOrDefault(DeliveryState.SKIPPED, 0L)));
    return report;
  }
}
