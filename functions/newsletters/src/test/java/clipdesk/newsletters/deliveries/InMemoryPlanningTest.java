package clipdesk.newsletters.deliveries;

import clipdesk.newsletters.subscriptions.InMemorySubscribers;
import clipdesk.newsletters.subscriptions.Subscribers;

final class InMemoryPlanningTest extends PlanningContract {
  private final InMemorySubscribers subscribers = new InMemorySubscribers();
  private final InMemoryPlanning planning = new InMemoryPlanning(subscribers);

  @Override
  Planning planning() {
    return planning;
  }

  @Override
  Subscribers subscribers() {
    return subscribers;
  }

  @Override
  void begin() {
    planning.begin(campaign);
  }
}
