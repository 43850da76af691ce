package clipdesk.newsletters.subscriptions;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.aws.LocalTable;
import clipdesk.newsletters.NewslettersTable;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoConfirmationsIT extends ConfirmationsContract {
  @RegisterExtension static final LocalTable TABLE = NewslettersTable.local();

  @Override
  Confirmations confirmations() {
    return new DynamoConfirmations(TABLE.dynamo(), TABLE.name(), TestKeys.keyed());
  }

  @Override
  String keyOf(EmailAddress address) {
    return TestKeys.keyed().address(address);
  }
}
