package clipdesk.newsletters.campaigns;

final class InMemoryCampaignsTest extends CampaignsContract {
  private final Campaigns campaigns = new InMemoryCampaigns();

  @Override
  Campaigns campaigns() {
    return campaigns;
  }
}
