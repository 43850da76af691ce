package clipdesk.newsletters.campaigns;

import clipdesk.newsletters.deliveries.InMemoryPlanning;
import clipdesk.newsletters.deliveries.Planning;
import clipdesk.newsletters.subscriptions.InMemorySubscribers;

final class InMemoryCampaignsTest extends CampaignsContract {
  private final InMemoryPlanning planning = new InMemoryPlanning(new InMemorySubscribers());
  private final InMemoryCampaigns campaigns = new InMemoryCampaigns(planning);

  @Override
  Campaigns campaigns() {
    return campaigns;
  }

  @Override
  Planning planning() {
    return planning;
  }

  @Override
  CampaignHistory history() {
    return new InMemoryCampaignHistory(campaigns);
  }
}
