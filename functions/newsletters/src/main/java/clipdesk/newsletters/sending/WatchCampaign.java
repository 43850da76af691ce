package clipdesk.newsletters.sending;

import clipdesk.newsletters.campaigns.Campaign;
import clipdesk.newsletters.campaigns.Campaigns;
import clipdesk.newsletters.deliveries.CampaignCounts;
import clipdesk.newsletters.deliveries.CampaignCounts.Pulse;
import clipdesk.newsletters.deliveries.Tally;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps how fast a campaign goes, stops it before receivers stop us, and has its starter told of
 * what it came to.
 */
final class WatchCampaign {
  /** Fewer say nothing of a list. */
  static final int ENOUGH = 500;

  private static final Logger LOG = LoggerFactory.getLogger(WatchCampaign.class);
  private static final double MOST_BOUNCES = 0.04;
  private static final double MOST_COMPLAINTS = 0.001;

  private final Campaigns campaigns;
  private final CampaignCounts counts;
  private final TellStarter tellStarter;
  private final Consumer<CampaignMinute> minutes;
  private final InstantSource clock;

  /**
   * @param minutes hears how each campaign goes that is being sent
   */
  WatchCampaign(
      Campaigns campaigns,
      CampaignCounts counts,
      TellStarter tellStarter,
      Consumer<CampaignMinute> minutes,
      InstantSource clock) {
    this.campaigns = campaigns;
    this.counts = counts;
    this.tellStarter = tellStarter;
    this.minutes = minutes;
    this.clock = clock;
  }

  /**
   * @param mailsPerSecond that the account may send now
   * @param sharing how many campaigns are being sent
   */
  void watch(Campaign campaign, OpenRows.Seen seen, double mailsPerSecond, int sharing) {
    var now = clock.instant();
    var tally = counts.total(campaign.id());
    var before = counts.pulse(campaign.id());
    var judged = before.map(Pulse::judged).orElse(Tally.none());
    if (campaign.is("sending")
        && bad(tally.minus(judged))
        && campaigns.move(campaign, "paused", "reputation", now)) {
      LOG.error("Campaign {}: too many bounces or complaints", campaign.id());
      // Whoever resumes it has seen these.
      judged = tally;
    }
    long done = counts.done(campaign.id());
    var perMinute = before.map(it -> perMinute(done - it.done(), Duration.between(it.at(), now)));
    if (campaign.is("sending")) {
      perMinute.ifPresent(
          it ->
              minutes.accept(
                  new CampaignMinute(
                      campaign.id(), mailsPerSecond, sharing, it / 60.0, tally, seen)));
    }
    counts.beat(
        campaign.id(),
        new Pulse(
            now,
            done,
            seen.claimed(),
            perMinute.orElse(0L),
            mailsPerSecond,
            // Told first and noted then: a mail that is lost is told of again, and mailed once.
            tellStarter.tell(campaign, tally, before.map(Pulse::told).orElse(Set.of()), now),
            judged));
  }

  private static boolean bad(Tally tally) {
    double sent = tally.sent();
    return sent >= ENOUGH
        && (tally.bouncedPermanent() > MOST_BOUNCES * sent
            || tally.complained() > MOST_COMPLAINTS * sent);
  }

  private static long perMinute(long rows, Duration in) {
    return in.isPositive() ? rows * Duration.ofMinutes(1).toMillis() / in.toMillis() : 0;
  }
}
