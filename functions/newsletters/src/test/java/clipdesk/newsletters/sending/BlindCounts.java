package clipdesk.newsletters.sending;

import clipdesk.newsletters.deliveries.CampaignCounts;
import clipdesk.newsletters.deliveries.Evidence;
import clipdesk.newsletters.deliveries.Tally;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts that find enough evidence for everything. */
final class BlindCounts implements CampaignCounts {
  private final CampaignCounts inner;

  BlindCounts(CampaignCounts inner) {
    this.inner = inner;
  }

  @Override
  public Evidence evidence(String campaignId, Instant claimedAt) {
    return new Evidence(20, 20);
  }

  @Override
  public Map<String, Tally> tallies(String campaignId) {
    return inner.tallies(campaignId);
  }

  @Override
  public List<Duplicate> duplicates(String campaignId) {
    return inner.duplicates(campaignId);
  }

  @Override
  public Optional<Pulse> pulse(String campaignId) {
    return inner.pulse(campaignId);
  }

  @Override
  public void beat(String campaignId, Pulse pulse) {
    inner.beat(campaignId, pulse);
  }
}
