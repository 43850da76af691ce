package clipdesk.newsletters.subscriptions;

final class InMemoryAudiencesTest extends AudiencesContract {
  private final InMemorySubscribers subscribers = new InMemorySubscribers();

  @Override
  Audiences audiences() {
    return new InMemoryAudiences(subscribers);
  }

  @Override
  Subscribers subscribers() {
    return subscribers;
  }
}
