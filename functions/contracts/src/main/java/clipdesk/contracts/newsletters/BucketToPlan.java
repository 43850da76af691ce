package clipdesk.contracts.newsletters;

import static java.util.Objects.requireNonNull;

import clipdesk.common.json.Json;
import clipdesk.common.json.Members;
import clipdesk.common.json.UnreadableException;
import java.util.LinkedHashMap;

/**
 * To the planner: write the ledger of one bucket of a campaign's subscribers.
 *
 * @param bucket one hex digit
 */
public record BucketToPlan(String campaignId, String bucket) {
  private static final String TYPE = "plan";

  public BucketToPlan {
    requireNonNull(campaignId);
    requireNonNull(bucket);
  }

  public String json() {
    var members = new LinkedHashMap<String, Object>();
    members.put("v", 1);
    members.put("type", TYPE);
    members.put("campaignId", campaignId);
    members.put("bucket", bucket);
    return Json.text(members);
  }

  /**
   * @throws UnreadableException if it is no such message
   */
  public static BucketToPlan read(String message) {
    var members = Members.read(message);
    members.requireVersion(1);
    members.requireText("type", TYPE);
    return new BucketToPlan(CampaignMembers.campaign(members), CampaignMembers.bucket(members));
  }
}
