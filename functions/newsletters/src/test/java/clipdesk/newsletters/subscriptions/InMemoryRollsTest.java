package clipdesk.newsletters.subscriptions;

final class InMemoryRollsTest extends RollsContract {
  private final InMemorySubscribers subscribers = new InMemorySubscribers();

  @Override
  Subscribers subscribers() {
    return subscribers;
  }

  @Override
  Rolls rolls() {
    return new InMemoryRolls(subscribers);
  }
}
