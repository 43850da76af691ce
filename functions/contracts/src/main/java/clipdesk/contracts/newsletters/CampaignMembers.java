package clipdesk.contracts.newsletters;

import clipdesk.common.json.Members;
import java.util.regex.Pattern;

/** What messages about a campaign have in common. */
final class CampaignMembers {
  private static final Pattern CAMPAIGN = Pattern.compile("[A-Za-z0-9]{1,64}");
  private static final Pattern BUCKET = Pattern.compile("[0-9a-f]");

  private CampaignMembers() {}

  static String campaign(Members members) {
    return members.text("campaignId", CAMPAIGN, "must be 1 to 64 letters and digits");
  }

  static String bucket(Members members) {
    return members.text("bucket", BUCKET, "must be one hex digit");
  }
}
