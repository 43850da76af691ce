package clipdesk.newsletters.subscriptions;

final class InMemorySubscribersTest extends SubscribersContract {
  private final Subscribers subscribers = new InMemorySubscribers();

  @Override
  Subscribers subscribers() {
    return subscribers;
  }
}
