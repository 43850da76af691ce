package clipdesk.newsletters.subscriptions;

import clipdesk.common.addresses.EmailAddress;

final class InMemorySubscribersTest extends SubscribersContract {
  private final Subscribers subscribers = new InMemorySubscribers();

  @Override
  Subscribers subscribers() {
    return subscribers;
  }

  @Override
  String keyOf(EmailAddress address) {
    return InMemorySubscribers.key(address);
  }
}
