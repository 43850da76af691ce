package clipdesk.newsletters.campaigns;

import clipdesk.common.json.Json;
import clipdesk.newsletters.OfEditors;
import clipdesk.newsletters.deliveries.CampaignCounts;
import clipdesk.newsletters.deliveries.CampaignCounts.Pulse;
import clipdesk.newsletters.deliveries.OpenDeliveries;
import clipdesk.newsletters.deliveries.Planning;
import clipdesk.newsletters.deliveries.Planning.Segment;
import clipdesk.newsletters.deliveries.Tally;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a campaign, as far as it is. It reads what was counted and no rows, so it costs
 * the same at any size, and its numbers add up to the rows planned at every moment: what was closed
 * since the last count is still open in it.
 */
@OfEditors
@Singleton
public final class CampaignReport {
  private final OpenDeliveries openDeliveries;
  private final CampaignCounts counts;
  private final Planning planning;
  private final InstantSource clock;

  public CampaignReport(
      OpenDeliveries openDeliveries,
      CampaignCounts counts,
      Planning planning,
      InstantSource clock) {
    this.openDeliveries = openDeliveries;
    this.counts = counts;
    this.planning = planning;
    this.clock = clock;
  }

  /** The rows of a campaign, each in one of these. */
  public record Rows(long planned, long pending, long claimed, long parked, Tally closed) {}

  /** In this order: whatever is closed in between is still open in it, and never twice in it. */
  private Rows rows(List<Segment> segments, String id, Optional<Pulse> pulse) {
    var closed = counts.total(id);
    long written = segments.stream().mapToLong(Segment::rows).sum();
    long planned = Math.max(written, closed.closed());
    long parked = Math.min(openDeliveries.parked(id), planned - closed.closed());
    long open = planned - closed.closed() - parked;
    long claimed = Math.min(pulse.map(Pulse::claimed).orElse(0L), open);
    return new Rows(planned, open - claimed, claimed, parked, closed);
  }

  public Rows rows(String id) {
    return rows(planning.segments(id), id, counts.pulse(id));
  }

  Map<String, Object> of(Campaign campaign) {
    var pulse = counts.pulse(campaign.id());
    var segments = planning.segments(campaign.id());
    var rows = rows(segments, campaign.id(), pulse);
    var closed = rows.closed();
    var report = new LinkedHashMap<String, Object>();
    report.put("campaignId", campaign.id());
    report.put("state", campaign.state());
    campaign.sendAt().ifPresent(it -> report.put("sendAt", Json.instant(it)));
    campaign.pausedReason().ifPresent(it -> report.put("pausedReason", it));
    DraftAudience.put(report, campaign);
    report.put("asOf", Json.instant(pulse.map(Pulse::at).orElseGet(clock::instant)));
    report.put("planned", rows.planned());
    report.put("planningDone", !segments.isEmpty() && segments.stream().allMatch(Segment::planned));
    report.put(
        "open",
        Map.of("pending", rows.pending(), "claimed", rows.claimed(), "parked", rows.parked()));
    report.put("done", closed.closed());
    report.put(
        "exact",
        Map.of("sent", closed.sent(), "failed", closed.failed(), "skipped", closed.skipped()));
    report.put(
        "feedback",
        Map.of(
            "delivered", closed.delivered(),
            "bouncedPermanent", closed.bouncedPermanent(),
            "bouncedTransient", closed.bouncedTransient(),
            "complained", closed.complained()));
    report.put("unsubscribedFromThis", closed.left());
    report.put("events", Map.of("taken", closed.taken(), "heard", closed.heard()));
    report.put(
        "duplicates",
        counts.duplicates(campaign.id()).stream().map(CampaignReport::duplicate).toList());
    pulse.ifPresent(it -> speed(report, campaign, rows, it));
    return report;
  }

  private static Map<String, Object> duplicate(CampaignCounts.Duplicate it) {
    return Map.of(
        "subscriberId", it.subscriberId(),
        "messageIds", it.messageIds(),
        "at", Json.instant(it.at()));
  }

  private static void speed(Map<String, Object> report, Campaign campaign, Rows rows, Pulse pulse) {
    long perMinute = pulse.perMinute();
    var rate = new LinkedHashMap<String, Object>();
    rate.put("maxSendRate", pulse.mailsPerSecond());
    rate.put("achieved", perMinute / (double) Duration.ofMinutes(1).toSeconds());
    report.put("rate", rate);
    long left = rows.pending() + rows.claimed();
    if (campaign.is("sending") && perMinute > 0 && left > 0) {
      report.put(
          "estimatedEnd",
          Json.instant(
              pulse.at().plusSeconds(left * Duration.ofMinutes(1).toSeconds() / perMinute)));
    }
  }
}
