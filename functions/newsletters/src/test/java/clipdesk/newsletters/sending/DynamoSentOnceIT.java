package clipdesk.newsletters.sending;

import clipdesk.common.aws.LocalTable;
import clipdesk.newsletters.NewslettersTable;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoSentOnceIT extends SentOnceContract {
  @RegisterExtension static final LocalTable TABLE = NewslettersTable.local();

  @Override
  SentOnce once() {
    return new DynamoSentOnce(TABLE.dynamo(), TABLE.name());
  }
}
