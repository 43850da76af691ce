package clipdesk.newsletters.sending;

import clipdesk.common.logging.EmfCount;
import clipdesk.contracts.newsletters.BucketToPlan;
import clipdesk.contracts.newsletters.BucketToPlan.Mode;
import clipdesk.newsletters.campaigns.Campaign;
import clipdesk.newsletters.campaigns.Campaigns;
import clipdesk.newsletters.deliveries.Deliveries;
import clipdesk.newsletters.deliveries.DeliveryState;
import clipdesk.newsletters.deliveries.Planning;
import clipdesk.newsletters.deliveries.Planning.Segment;
import clipdesk.newsletters.subscriptions.Outgoing;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a campaign needs whatever was lost: plan messages for buckets that are not planned, hints at
 * rows that nobody works on, parking of claims that SES said nothing about, and its end.
 */
final class Tick {
  private static final Logger LOG = LoggerFactory.getLogger(Tick.class);

  /** A planner that passed its look at the state just before a cancellation is done by then. */
  private static final Duration LATE_PLANNERS = Duration.ofMinutes(15);

  private final Campaigns campaigns;
  private final Deliveries deliveries;
  private final Planning planning;
  private final Outgoing outgoing;
  private final OpenRows openRows;
  private final SendQuota quota;
  private final InstantSource clock;

  Tick(
      Campaigns campaigns,
      Deliveries deliveries,
      Planning planning,
      Outgoing outgoing,
      OpenRows openRows,
      SendQuota quota,
      InstantSource clock) {
    this.campaigns = campaigns;
    this.deliveries = deliveries;
    this.planning = planning;
    this.outgoing = outgoing;
    this.openRows = openRows;
    this.quota = quota;
    this.clock = clock;
  }

  /** One campaign that fails holds no other up. */
  void run() {
    RuntimeException failure = null;
    for (var open : campaigns.open()) {
      try {
        look(open);
      } catch (RuntimeException e) {
        LOG.error("Campaign {} is looked at again in a minute", open.campaign().id());
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private void look(Campaigns.Open open) {
    var campaign = open.campaign();
    // Read before the rows: what is planned by then is among them, and what comes later is not
    // taken for the end.
    var segments = planning.segments(campaign.id());
    if (campaign.is("paused")
        && campaign.pausedReason().filter("daily-quota"::equals).isPresent()) {
      resume(campaign);
    }
    if (campaign.is("sending")) {
      plan(campaign, segments);
    }
    var seen = openRows.look(campaign, open.cursor());
    if (seen.parked() > 0) {
      LOG.error("Campaign {}: {} deliveries need a decision", campaign.id(), seen.parked());
      EmfCount.print("DeliveriesParked", Map.of());
    }
    if (campaign.is("sending") && segments.stream().allMatch(Segment::planned) && seen.settled()) {
      finish(campaign, segments);
    } else if (campaign.is("sent") || campaign.is("cancelled")) {
      forget(campaign, seen);
    }
  }

  private void resume(Campaign campaign) {
    if (!quota.usedUp() && campaigns.move(campaign, "sending", /* reason= */ "", clock.instant())) {
      segmentsToo(campaign, Mode.REQUEUE);
    }
  }

  private void segmentsToo(Campaign campaign, Mode mode) {
    planning
        .segments(campaign.id())
        .forEach(it -> outgoing.plan(new BucketToPlan(campaign.id(), it.bucket(), mode)));
  }

  private void plan(Campaign campaign, List<Segment> segments) {
    var left = segments.stream().filter(it -> !it.planned()).toList();
    if (!left.isEmpty() && outgoing.plansIdle()) {
      left.forEach(it -> outgoing.plan(new BucketToPlan(campaign.id(), it.bucket(), Mode.PLAN)));
    }
  }

  /** Only what adds up is sent. */
  private void finish(Campaign campaign, List<Segment> segments) {
    boolean adds = true;
    for (var segment : segments) {
      var counts = deliveries.counts(campaign.id(), segment.bucket());
      if (counts.containsKey(DeliveryState.PENDING) || counts.containsKey(DeliveryState.CLAIMED)) {
        return;
      }
      adds &= counts.values().stream().mapToLong(it -> it).sum() == segment.rows();
    }
    if (adds) {
      campaigns.move(campaign, "sent", /* reason= */ "", clock.instant());
    } else if (campaigns.move(campaign, "paused", "accounting", clock.instant())) {
      LOG.error("Campaign {} has other rows than were planned", campaign.id());
      EmfCount.print("CampaignDoesNotAddUp", Map.of());
    }
  }

  private void forget(Campaign campaign, OpenRows.Seen seen) {
    if (seen.none() && clock.instant().isAfter(campaign.movedAt().plus(LATE_PLANNERS))) {
      campaigns.closed(campaign.id());
    }
  }
}
