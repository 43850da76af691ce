package clipdesk.newsletters.campaigns;

import clipdesk.common.aws.LocalTable;
import clipdesk.newsletters.NewslettersTable;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoDeliveriesIT extends DeliveriesContract {
  @RegisterExtension static final LocalTable TABLE = NewslettersTable.local();

  @Override
  Deliveries deliveries() {
    return new DynamoDeliveries(TABLE.dynamo(), TABLE.name());
  }
}
