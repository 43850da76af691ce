package clipdesk.newsletters.sending;

import clipdesk.common.logging.EmfCount;
import clipdesk.contracts.newsletters.BatchToSend;
import clipdesk.contracts.newsletters.BucketToPlan;
import clipdesk.contracts.newsletters.BucketToPlan.Mode;
import clipdesk.newsletters.campaigns.Campaign;
import clipdesk.newsletters.campaigns.Campaigns;
import clipdesk.newsletters.campaigns.StartScheduled;
import clipdesk.newsletters.deliveries.DecideRecommended;
import clipdesk.newsletters.deliveries.Decision;
import clipdesk.newsletters.deliveries.DeliveryId;
import clipdesk.newsletters.deliveries.Planning;
import clipdesk.newsletters.deliveries.Planning.Segment;
import clipdesk.newsletters.subscriptions.Outgoing;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a campaign needs whatever was lost: its start if it is scheduled, plan messages for buckets
 * that are not planned, hints at rows that nobody works on, parking of claims that SES said nothing
 * about, and its end.
 */
final class Tick {
  private static final Logger LOG = LoggerFactory.getLogger(Tick.class);

  /** A planner that passed its look at the state just before a cancellation is done by then. */
  private static final Duration LATE_PLANNERS = Duration.ofMinutes(15);

  private final Campaigns campaigns;
  private final StartScheduled startScheduled;
  private final Planning planning;
  private final Outgoing outgoing;
  private final OpenRows openRows;
  private final FinishCampaign finishCampaign;
  private final WatchCampaign watchCampaign;
  private final Optional<DecideRecommended> resendOnEvidence;
  private final SendQuota quota;
  private final InstantSource clock;

  /**
   * @param resendOnEvidence if parked rows need no person once enough speaks for a resend
   */
  Tick(
      Campaigns campaigns,
      StartScheduled startScheduled,
      Planning planning,
      Outgoing outgoing,
      OpenRows openRows,
      FinishCampaign finishCampaign,
      WatchCampaign watchCampaign,
      Optional<DecideRecommended> resendOnEvidence,
      SendQuota quota,
      InstantSource clock) {
    this.campaigns = campaigns;
    this.startScheduled = startScheduled;
    this.planning = planning;
    this.outgoing = outgoing;
    this.openRows = openRows;
    this.finishCampaign = finishCampaign;
    this.watchCampaign = watchCampaign;
    this.resendOnEvidence = resendOnEvidence;
    this.quota = quota;
    this.clock = clock;
  }

  /** One campaign that fails holds no other up. */
  void run() {
    RuntimeException failure = null;
    var all = campaigns.open();
    int sharing = (int) all.stream().filter(it -> it.campaign().is("sending")).count();
    for (var open : all) {
      try {
        look(open, sharing);
      } catch (RuntimeException e) {
        LOG.error("Campaign {} is looked at again in a minute", open.campaign().id());
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private void look(Campaigns.Open open, int sharing) {
    var campaign = open.campaign();
    if (campaign.is("scheduled")) {
      startScheduled.look(campaign);
      return;
    }
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
    watchCampaign.watch(campaign, seen, quota.mailsPerSecond(), sharing);
    if (campaign.is("sending") || campaign.is("sent")) {
      resendOnEvidence.ifPresent(it -> resend(campaign, it));
    }
    if (campaign.is("sending") && segments.stream().allMatch(Segment::planned) && seen.settled()) {
      finishCampaign.finish(campaign, segments);
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

  private void resend(Campaign campaign, DecideRecommended recommended) {
    var hints =
        recommended.resend(campaign.id(), Decision.BY_EVIDENCE).stream().map(Tick::hint).toList();
    if (!hints.isEmpty()) {
      outgoing.send(hints);
    }
  }

  private static BatchToSend hint(DeliveryId id) {
    return new BatchToSend(id.campaignId(), id.bucket(), List.of(id.subscriberId()));
  }

  private void forget(Campaign campaign, OpenRows.Seen seen) {
    if (seen.none() && clock.instant().isAfter(campaign.movedAt().plus(LATE_PLANNERS))) {
      campaigns.closed(campaign.id());
    }
  }
}
