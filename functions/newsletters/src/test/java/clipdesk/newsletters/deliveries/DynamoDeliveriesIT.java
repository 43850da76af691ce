package clipdesk.newsletters.deliveries;

import clipdesk.common.aws.LocalTable;
import clipdesk.newsletters.NewslettersTable;
import clipdesk.newsletters.subscriptions.DynamoSubscribers;
import clipdesk.newsletters.subscriptions.Subscribers;
import clipdesk.newsletters.subscriptions.TestKeys;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoDeliveriesIT extends DeliveriesContract {
  @RegisterExtension static final LocalTable TABLE = NewslettersTable.local();

  @Override
  Deliveries deliveries() {
    return new DynamoDeliveries(TABLE.dynamo(), TABLE.name());
  }

  @Override
  Subscribers subscribers() {
    var keyed = TestKeys.keyed();
    return new DynamoSubscribers(TABLE.dynamo(), TABLE.name(), keyed);
  }
}
