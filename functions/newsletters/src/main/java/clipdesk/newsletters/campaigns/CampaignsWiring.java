package clipdesk.newsletters.campaigns;

import clipdesk.newsletters.NewslettersConfig;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Makes the ports of campaigns and of their ledgers. */
@Factory
final class CampaignsWiring {
  @Singleton
  Campaigns campaigns(DynamoDbClient dynamo, NewslettersConfig config) {
    return new DynamoCampaigns(dynamo, config.table());
  }

  @Singleton
  Deliveries deliveries(DynamoDbClient dynamo, NewslettersConfig config) {
    return new DynamoDeliveries(dynamo, config.table());
  }
}
