package clipdesk.newsletters.deliveries;

import clipdesk.newsletters.NewslettersConfig;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Makes the ports of the ledger. */
@Factory
final class DeliveriesWiring {
  @Singleton
  Deliveries deliveries(DynamoDbClient dynamo, NewslettersConfig config) {
    return new DynamoDeliveries(dynamo, config.table());
  }

  @Singleton
  Planning planning(DynamoDbClient dynamo, NewslettersConfig config) {
    return new DynamoPlanning(dynamo, config.table());
  }
}
