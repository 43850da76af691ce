package clipdesk.newsletters.campaigns;

import clipdesk.newsletters.NewslettersConfig;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Makes the ports of campaigns. */
@Factory
final class CampaignsWiring {
  @Singleton
  Campaigns campaigns(DynamoDbClient dynamo, NewslettersConfig config) {
    return new DynamoCampaigns(dynamo, config.table());
  }

  @Singleton
  CampaignHistory history(DynamoDbClient dynamo, NewslettersConfig config) {
    return new DynamoCampaignHistory(dynamo, config.table());
  }

  @Singleton
  EditorAddresses addresses(DynamoDbClient dynamo, NewslettersConfig config) {
    return new DynamoEditorAddresses(dynamo, config.table());
  }
}
