package clipdesk.newsletters.sending;

import clipdesk.common.aws.LocalTable;
import clipdesk.newsletters.NewslettersTable;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoSetbacksIT extends SetbacksContract {
  @RegisterExtension static final LocalTable TABLE = NewslettersTable.local();

  private final DynamoSetbacks setbacks = new DynamoSetbacks(TABLE.dynamo(), TABLE.name());

  @Override
  Setbacks setbacks() {
    return setbacks;
  }
}
