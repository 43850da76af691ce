package clipdesk.newsletters.deliveries;

import clipdesk.common.aws.LocalTable;
import clipdesk.newsletters.NewslettersTable;
import clipdesk.newsletters.subscriptions.DynamoSubscribers;
import clipdesk.newsletters.subscriptions.Subscribers;
import clipdesk.newsletters.subscriptions.TestKeys;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoDeliveryChangesIT extends DeliveryChangesContract {
  @RegisterExtension static final LocalTable TABLE = NewslettersTable.local();

  @Override
  Deliveries deliveries() {
    return new DynamoDeliveries(TABLE.dynamo(), TABLE.name());
  }

  @Override
  OpenDeliveries open() {
    return new DynamoOpenDeliveries(TABLE.dynamo(), TABLE.name());
  }

  @Override
  DeliveryChanges changes() {
    return new DynamoDeliveryChanges(TABLE.dynamo(), TABLE.name());
  }

  @Override
  CampaignCounts counts() {
    return new DynamoCampaignCounts(TABLE.dynamo(), TABLE.name());
  }

  @Override
  Subscribers subscribers() {
    return new DynamoSubscribers(TABLE.dynamo(), TABLE.name(), TestKeys.keyed());
  }
}
