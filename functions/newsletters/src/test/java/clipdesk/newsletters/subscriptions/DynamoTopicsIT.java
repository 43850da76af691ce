package clipdesk.newsletters.subscriptions;

import clipdesk.common.aws.LocalTable;
import clipdesk.newsletters.NewslettersTable;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoTopicsIT extends TopicStoreContract {
  @RegisterExtension static final LocalTable TABLE = NewslettersTable.local();

  @Override
  TopicStore topics() {
    return new DynamoTopics(TABLE.dynamo(), TABLE.name());
  }
}
