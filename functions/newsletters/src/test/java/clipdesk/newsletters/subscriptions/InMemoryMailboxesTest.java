package clipdesk.newsletters.subscriptions;

import clipdesk.common.addresses.EmailAddress;

final class InMemoryMailboxesTest extends MailboxesContract {
  private final InMemorySubscribers subscribers = new InMemorySubscribers();
  private final InMemoryMailboxes mailboxes = new InMemoryMailboxes(subscribers);

  @Override
  Mailboxes mailboxes() {
    return mailboxes;
  }

  @Override
  Subscribers subscribers() {
    return subscribers;
  }

  @Override
  String key(EmailAddress address) {
    return InMemorySubscribers.key(address);
  }
}
