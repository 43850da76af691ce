package clipdesk.newsletters.subscriptions;

import clipdesk.common.addresses.EmailAddress;

final class InMemoryConfirmationsTest extends ConfirmationsContract {
  private final Confirmations confirmations = new InMemoryConfirmations();

  @Override
  Confirmations confirmations() {
    return confirmations;
  }

  @Override
  String keyOf(EmailAddress address) {
    return InMemorySubscribers.key(address);
  }
}
