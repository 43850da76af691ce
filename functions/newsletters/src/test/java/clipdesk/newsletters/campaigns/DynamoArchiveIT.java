package clipdesk.newsletters.campaigns;

import clipdesk.common.aws.LocalTable;
import clipdesk.newsletters.NewslettersTable;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoArchiveIT extends ArchiveContract {
  @RegisterExtension static final LocalTable TABLE = NewslettersTable.local();

  @Override
  Campaigns campaigns() {
    return new DynamoCampaigns(TABLE.dynamo(), TABLE.name());
  }

  @Override
  Archive archive() {
    return new DynamoArchive(TABLE.dynamo(), TABLE.name());
  }
}
