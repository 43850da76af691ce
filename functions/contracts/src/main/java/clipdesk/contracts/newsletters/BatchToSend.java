package clipdesk.contracts.newsletters;

import static java.util.Objects.requireNonNull;

import clipdesk.common.json.Json;
import clipdesk.common.json.Members;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * To the sender: mail a campaign to these subscribers, unless the ledger says that they have it.
 *
 * @param bucket one hex digit, that of all these subscribers
 */
public record BatchToSend(String campaignId, String bucket, List<String> subscribers)
    implements SenderMessage.OfACampaign {
  static final String TYPE = "send";

  public BatchToSend {
    requireNonNull(campaignId);
    requireNonNull(bucket);
    subscribers = List.copyOf(subscribers);
  }

  /** The same for those that are left. */
  public BatchToSend only(List<String> left) {
    return new BatchToSend(campaignId, bucket, left);
  }

  @Override
  public String json() {
    var members = new LinkedHashMap<String, Object>();
    members.put("v", 1);
    members.put("type", TYPE);
    members.put("campaignId", campaignId);
    members.put("bucket", bucket);
    members.put("subscribers", subscribers);
    return Json.text(members);
  }

  static BatchToSend of(Members members) {
    return new BatchToSend(
        CampaignMembers.campaign(members),
        CampaignMembers.bucket(members),
        members.texts("subscribers"));
  }
}
