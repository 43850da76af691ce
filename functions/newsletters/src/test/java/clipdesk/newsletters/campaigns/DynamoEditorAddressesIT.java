package clipdesk.newsletters.campaigns;

import clipdesk.common.aws.LocalTable;
import clipdesk.newsletters.NewslettersTable;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoEditorAddressesIT extends EditorAddressesContract {
  @RegisterExtension static final LocalTable TABLE = NewslettersTable.local();

  @Override
  EditorAddresses addresses() {
    return new DynamoEditorAddresses(TABLE.dynamo(), TABLE.name());
  }
}
