package clipdesk.newsletters.campaigns;

import clipdesk.newsletters.deliveries.InMemoryPlanning;
import clipdesk.newsletters.subscriptions.InMemorySubscribers;

final class InMemoryArchiveTest extends ArchiveContract {
  private final InMemoryCampaigns campaigns =
      new InMemoryCampaigns(new InMemoryPlanning(new InMemorySubscribers()));

  @Override
  Campaigns campaigns() {
    return campaigns;
  }

  @Override
  Archive archive() {
    return new InMemoryArchive(campaigns);
  }
}
