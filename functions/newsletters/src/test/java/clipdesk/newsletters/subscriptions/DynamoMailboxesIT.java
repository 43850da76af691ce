package clipdesk.newsletters.subscriptions;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.aws.LocalTable;
import clipdesk.newsletters.NewslettersTable;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoMailboxesIT extends MailboxesContract {
  @RegisterExtension static final LocalTable TABLE = NewslettersTable.local();

  @Override
  Mailboxes mailboxes() {
    return new DynamoMailboxes(TABLE.dynamo(), TABLE.name(), TestKeys.keyed());
  }

  @Override
  Subscribers subscribers() {
    return new DynamoSubscribers(TABLE.dynamo(), TABLE.name(), TestKeys.keyed());
  }

  @Override
  String key(EmailAddress address) {
    return TestKeys.keyed().address(address);
  }
}
