package clipdesk.newsletters.sending;

import clipdesk.common.logging.EmfCount;
import clipdesk.newsletters.campaigns.Campaign;
import clipdesk.newsletters.campaigns.Campaigns;
import clipdesk.newsletters.deliveries.CampaignCounts;
import clipdesk.newsletters.deliveries.DeliveryState;
import clipdesk.newsletters.deliveries.OpenDeliveries;
import clipdesk.newsletters.deliveries.Planning.Segment;
import clipdesk.newsletters.deliveries.Tally;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls a campaign sent if each bucket has as many rows as its planner wrote, all of them told. */
final class FinishCampaign {
  private static final Logger LOG = LoggerFactory.getLogger(FinishCampaign.class);
  private static final int PAGE = 100;

  private final Campaigns campaigns;
  private final OpenDeliveries openDeliveries;
  private final CampaignCounts counts;
  private final InstantSource clock;

  FinishCampaign(
      Campaigns campaigns,
      OpenDeliveries openDeliveries,
      CampaignCounts counts,
      InstantSource clock) {
    this.campaigns = campaigns;
    this.openDeliveries = openDeliveries;
    this.counts = counts;
    this.clock = clock;
  }

  /**
   * @param segments that were read before anything else, all of them planned
   */
  void finish(Campaign campaign, List<Segment> segments) {
    var parked = parked(campaign.id());
    var tallies = counts.tallies(campaign.id());
    boolean adds = true;
    for (var segment : segments) {
      var bucket = segment.bucket();
      long told =
          tallies.getOrDefault(bucket, Tally.none()).closed() + parked.getOrDefault(bucket, 0L);
      if (told != segment.rows()) {
        // Rows are not in the index yet, or there are others than were planned: read them all.
        var rows = openDeliveries.counts(campaign.id(), bucket);
        long all = rows.values().stream().mapToLong(it -> it).sum();
        boolean open =
            rows.containsKey(DeliveryState.PENDING) || rows.containsKey(DeliveryState.CLAIMED);
        if (open || all == segment.rows()) {
          return;
        }
        adds = false;
      }
    }
    if (adds) {
      campaigns.move(campaign, "sent", /* reason= */ "", clock.instant());
    } else if (campaigns.move(campaign, "paused", "accounting", clock.instant())) {
      LOG.error("Campaign {} has other rows than were planned", campaign.id());
      EmfCount.print("CampaignDoesNotAddUp", Map.of());
    }
  }

  private Map<String, Long> parked(String campaignId) {
    var parked = new HashMap<String, Long>();
    Optional<String> after = Optional.empty();
    do {
      var page = openDeliveries.parked(campaignId, after, PAGE);
      page.rows().forEach(it -> parked.merge(it.id().bucket(), 1L, Long::sum));
      after = page.next();
    } while (after.isPresent());
    return parked;
  }
}
