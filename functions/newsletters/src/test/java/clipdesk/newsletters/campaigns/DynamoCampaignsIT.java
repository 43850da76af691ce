package clipdesk.newsletters.campaigns;

import clipdesk.common.aws.LocalTable;
import clipdesk.newsletters.NewslettersTable;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoCampaignsIT extends CampaignsContract {
  @RegisterExtension static final LocalTable TABLE = NewslettersTable.local();

  @Override
  Campaigns campaigns() {
    return new DynamoCampaigns(TABLE.dynamo(), TABLE.name());
  }
}
