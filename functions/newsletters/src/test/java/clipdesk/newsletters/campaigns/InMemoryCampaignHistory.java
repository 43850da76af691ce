package clipdesk.newsletters.campaigns;

import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.util.List;

/** What campaigns in memory note of themselves. */
@Singleton
@Replaces(value = CampaignHistory.class, factory = CampaignsWiring.class)
final class InMemoryCampaignHistory implements CampaignHistory {
  private final InMemoryCampaigns campaigns;

  InMemoryCampaignHistory(InMemoryCampaigns campaigns) {
    this.campaigns = campaigns;
  }

  @Override
  public List<Change> newest(String campaignId, int limit) {
    return campaigns.changes(campaignId).stream().limit(limit).toList();
  }
}
