package clipdesk.newsletters.subscriptions;

import clipdesk.common.aws.LocalTable;
import clipdesk.newsletters.NewslettersTable;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoRollsIT extends RollsContract {
  @RegisterExtension static final LocalTable TABLE = NewslettersTable.local();

  @Override
  Subscribers subscribers() {
    return new DynamoSubscribers(TABLE.dynamo(), TABLE.name(), TestKeys.keyed());
  }

  @Override
  Rolls rolls() {
    return new DynamoRolls(TABLE.dynamo(), TABLE.name());
  }
}
