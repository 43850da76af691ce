package clipdesk.newsletters.subscriptions;

import clipdesk.common.aws.Secrets;
import clipdesk.newsletters.NewslettersConfig;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Makes the ports of subscriptions. */
@Factory
final class SubscriptionsWiring {
  @Singleton
  Keyed keyed(Secrets secrets, NewslettersConfig config) {
    return new Keyed(() -> secrets.key(config.keyArn()));
  }

  @Singleton
  Subscribers subscribers(DynamoDbClient dynamo, NewslettersConfig config, Keyed keyed) {
    return new DynamoSubscribers(dynamo, config.table(), keyed);
  }

  @Singleton
  Confirmations confirmations(DynamoDbClient dynamo, NewslettersConfig config, Keyed keyed) {
    return new DynamoConfirmations(dynamo, config.table(), keyed);
  }
}
