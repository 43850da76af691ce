package clipdesk.newsletters.exports;

import clipdesk.common.aws.LocalTable;
import clipdesk.newsletters.NewslettersTable;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoExportsIT extends ExportsContract {
  @RegisterExtension static final LocalTable TABLE = NewslettersTable.local();

  @Override
  Exports exports() {
    return new DynamoExports(TABLE.dynamo(), TABLE.name());
  }
}
