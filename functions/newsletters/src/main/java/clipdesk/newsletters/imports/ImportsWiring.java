package clipdesk.newsletters.imports;

import clipdesk.newsletters.NewslettersConfig;
import clipdesk.newsletters.OfLists;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Makes the port of imports. */
@OfLists
@Factory
final class ImportsWiring {
  @Singleton
  Imports imports(DynamoDbClient dynamo, NewslettersConfig config) {
    return new DynamoImports(dynamo, config.table());
  }
}
