package clipdesk.newsletters.deliveries;

import clipdesk.newsletters.subscriptions.InMemorySubscribers;
import clipdesk.newsletters.subscriptions.Subscribers;

final class InMemoryDeliveryChangesTest extends DeliveryChangesContract {
  private final InMemorySubscribers subscribers = new InMemorySubscribers();
  private final InMemoryDeliveries deliveries = new InMemoryDeliveries(subscribers);
  private final InMemoryCampaignCounts counts = new InMemoryCampaignCounts(deliveries);

  @Override
  Deliveries deliveries() {
    return deliveries;
  }

  @Override
  OpenDeliveries open() {
    return new InMemoryOpenDeliveries(deliveries);
  }

  @Override
  DeliveryChanges changes() {
    return counts;
  }

  @Override
  CampaignCounts counts() {
    return counts;
  }

  @Override
  Subscribers subscribers() {
    return subscribers;
  }
}
