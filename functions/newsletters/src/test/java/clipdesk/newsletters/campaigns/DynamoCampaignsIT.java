package clipdesk.newsletters.campaigns;

import clipdesk.common.aws.LocalTable;
import clipdesk.newsletters.NewslettersTable;
import clipdesk.newsletters.deliveries.DynamoPlanning;
import clipdesk.newsletters.deliveries.Planning;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoCampaignsIT extends CampaignsContract {
  @RegisterExtension static final LocalTable TABLE = NewslettersTable.local();

  @Override
  Campaigns campaigns() {
    return new DynamoCampaigns(TABLE.dynamo(), TABLE.name());
  }

  @Override
  Planning planning() {
    return new DynamoPlanning(TABLE.dynamo(), TABLE.name());
  }

  @Override
  CampaignHistory history() {
    return new DynamoCampaignHistory(TABLE.dynamo(), TABLE.name());
  }
}
