package clipdesk.newsletters.imports;

import clipdesk.common.aws.LocalTable;
import clipdesk.newsletters.NewslettersTable;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoImportsIT extends ImportsContract {
  @RegisterExtension static final LocalTable TABLE = NewslettersTable.local();

  @Override
  Imports imports() {
    return new DynamoImports(TABLE.dynamo(), TABLE.name());
  }
}
