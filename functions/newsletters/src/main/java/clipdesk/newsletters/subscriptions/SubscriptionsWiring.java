package clipdesk.newsletters.subscriptions;

import clipdesk.common.aws.Secrets;
import clipdesk.common.digests.RotatingKeys;
import clipdesk.newsletters.NewslettersConfig;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Makes the ports of subscriptions. */
@Factory
final class SubscriptionsWiring {
  @Singleton
  Keyed keyed(Secrets secrets, NewslettersConfig config, InstantSource clock) {
    return new Keyed(new RotatingKeys(() -> secrets.text(config.keyArn()), clock)::ring);
  }

  @Singleton
  Subscribers subscribers(DynamoDbClient dynamo, NewslettersConfig config, Keyed keyed) {
    return new DynamoSubscribers(dynamo, config.table(), keyed);
  }

  @Singleton
  Confirmations confirmations(DynamoDbClient dynamo, NewslettersConfig config, Keyed keyed) {
    return new DynamoConfirmations(dynamo, config.table(), keyed);
  }

  @Singleton
  TopicStore topicStore(DynamoDbClient dynamo, NewslettersConfig config) {
    return new DynamoTopics(dynamo, config.table());
  }

  @Singleton
  Audiences audiences(DynamoDbClient dynamo, NewslettersConfig config) {
    return new DynamoAudiences(dynamo, config.table());
  }

  @Singleton
  Topics topics(TopicStore store, InstantSource clock) {
    return new Topics(store, clock);
  }

  @Singleton
  EraseSubscriber eraseSubscriber(
      Subscribers subscribers, Confirmations confirmations, InstantSource clock) {
    return new EraseSubscriber(subscribers, confirmations, clock);
  }
}
