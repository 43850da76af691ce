package clipdesk.newsletters.deliveries;

import clipdesk.common.aws.LocalTable;
import clipdesk.newsletters.NewslettersTable;
import clipdesk.newsletters.subscriptions.DynamoSubscribers;
import clipdesk.newsletters.subscriptions.Subscriber;
import clipdesk.newsletters.subscriptions.Subscribers;
import clipdesk.newsletters.subscriptions.TestKeys;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoPlanningIT extends PlanningContract {
  @RegisterExtension static final LocalTable TABLE = NewslettersTable.local();

  @Override
  Planning planning() {
    return new DynamoPlanning(TABLE.dynamo(), TABLE.name());
  }

  @Override
  Subscribers subscribers() {
    var keyed = TestKeys.keyed();
    return new DynamoSubscribers(TABLE.dynamo(), TABLE.name(), keyed);
  }

  @Override
  void begin() {
    Subscriber.buckets()
        .forEach(
            it ->
                TABLE
                    .dynamo()
                    .putItem(
                        put ->
                            put.tableName(TABLE.name()).item(DynamoPlanning.begun(campaign, it))));
  }
}
