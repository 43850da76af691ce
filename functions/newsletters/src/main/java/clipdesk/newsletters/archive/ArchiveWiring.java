package clipdesk.newsletters.archive;

import clipdesk.newsletters.NewslettersConfig;
import clipdesk.newsletters.campaigns.Archive;
import clipdesk.newsletters.campaigns.DynamoArchive;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Makes what the archive is read from. */
@Factory
final class ArchiveWiring {
  @Singleton
  Archive archive(DynamoDbClient dynamo, NewslettersConfig config) {
    return new DynamoArchive(dynamo, config.table());
  }
}
