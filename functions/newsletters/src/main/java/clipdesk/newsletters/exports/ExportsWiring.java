package clipdesk.newsletters.exports;

import clipdesk.newsletters.NewslettersConfig;
import clipdesk.newsletters.OfLists;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Makes the port of exports. */
@OfLists
@Factory
final class ExportsWiring {
  @Singleton
  Exports exports(DynamoDbClient dynamo, NewslettersConfig config) {
    return new DynamoExports(dynamo, config.table());
  }
}
