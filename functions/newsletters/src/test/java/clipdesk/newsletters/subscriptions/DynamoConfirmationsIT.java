package clipdesk.newsletters.subscriptions;

import clipdesk.common.aws.LocalTable;
import clipdesk.newsletters.NewslettersTable;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoConfirmationsIT extends ConfirmationsContract {
  @RegisterExtension static final LocalTable TABLE = NewslettersTable.local();

  @Override
  Confirmations confirmations() {
    return new DynamoConfirmations(
        TABLE.dynamo(), TABLE.name(), new Keyed(() -> "key".getBytes(StandardCharsets.US_ASCII)));
  }
}
