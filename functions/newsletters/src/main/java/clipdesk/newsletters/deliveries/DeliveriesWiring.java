package clipdesk.newsletters.deliveries;

import clipdesk.newsletters.NewslettersConfig;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
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

  @Singleton
  OpenDeliveries openDeliveries(DynamoDbClient dynamo, NewslettersConfig config) {
    return new DynamoOpenDeliveries(dynamo, config.table());
  }

  @Singleton
  DeliveryChanges changes(DynamoDbClient dynamo, NewslettersConfig config) {
    return new DynamoDeliveryChanges(dynamo, config.table());
  }

  @Singleton
  CampaignCounts counts(DynamoDbClient dynamo, NewslettersConfig config) {
    return new DynamoCampaignCounts(dynamo, config.table());
  }

  @Singleton
  DecideDelivery decideDelivery(Deliveries deliveries, DeliveryChanges changes) {
    return new DecideDelivery(deliveries, changes);
  }

  @Singleton
  TakeWord takeWord(Deliveries deliveries, DeliveryChanges changes) {
    return new TakeWord(deliveries, changes);
  }

  @Singleton
  DecideRecommended decideRecommended(
      OpenDeliveries openDeliveries,
      CampaignCounts counts,
      DecideDelivery decideDelivery,
      InstantSource clock) {
    return new DecideRecommended(openDeliveries, counts, decideDelivery, clock);
  }
}
