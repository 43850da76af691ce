package clipdesk.newsletters.subscriptions;

import clipdesk.common.aws.LocalTable;
import clipdesk.newsletters.NewslettersTable;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoAudiencesIT extends AudiencesContract {
  @RegisterExtension static final LocalTable TABLE = NewslettersTable.local();

  @Override
  Audiences audiences() {
    return new DynamoAudiences(TABLE.dynamo(), TABLE.name());
  }

  @Override
  Subscribers subscribers() {
    return new DynamoSubscribers(TABLE.dynamo(), TABLE.name(), TestKeys.keyed());
  }
}
