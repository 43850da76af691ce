package clipdesk.newsletters.subscriptions;

import clipdesk.common.aws.LocalTable;
import clipdesk.newsletters.NewslettersTable;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoToldTextsIT extends ToldTextsContract {
  @RegisterExtension static final LocalTable TABLE = NewslettersTable.local();

  /** Another one each time: what one remembers is not what is kept. */
  @Override
  ToldTexts texts() {
    return new DynamoToldTexts(TABLE.dynamo(), TABLE.name());
  }
}
