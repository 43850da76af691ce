package clipdesk.newsletters.deliveries;

import clipdesk.newsletters.subscriptions.InMemorySubscribers;
import clipdesk.newsletters.subscriptions.Subscribers;

final class InMemoryDeliveriesTest extends DeliveriesContract {
  private final InMemorySubscribers subscribers = new InMemorySubscribers();
  private final InMemoryDeliveries deliveries = new InMemoryDeliveries(subscribers);

  @Override
  Deliveries deliveries() {
    return deliveries;
  }

  @Override
  Subscribers subscribers() {
    return subscribers;
  }
}
