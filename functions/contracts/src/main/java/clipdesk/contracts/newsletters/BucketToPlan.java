package clipdesk.contracts.newsletters;

import static java.util.Objects.requireNonNull;

import clipdesk.common.json.Json;
import clipdesk.common.json.Members;
import clipdesk.common.json.UnreadableException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;

/**
 * To the planner: what to do with one bucket of a campaign's subscribers.
 *
 * @param bucket one hex digit
 */
public record BucketToPlan(String campaignId, String bucket, Mode mode) {
  private static final String TYPE = "plan";

  public BucketToPlan {
    requireNonNull(campaignId);
    requireNonNull(bucket);
    requireNonNull(mode);
  }

  /** What is to be done. */
  public enum Mode {
    /** Write the ledger, and hint at its rows. */
    PLAN,
    /** Hint again at rows that are open. */
    REQUEUE,
    /** Close the rows that are open. */
    CANCEL;

    private String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    private static Mode of(Members members) {
      var text = members.text("mode");
      return Arrays.stream(values())
          .filter(it -> it.text().equals(text))
          .findFirst()
          .orElseThrow(() -> members.unreadable("mode", "must be plan, requeue or cancel"));
    }
  }

  public String json() {
    var members = new LinkedHashMap<String, Object>();
    members.put("v", 1);
    members.put("type", TYPE);
    members.put("campaignId", campaignId);
    members.put("bucket", bucket);
    members.put("mode", mode.text());
    return Json.text(members);
  }

  /**
   * @throws UnreadableException if it is no such message
   */
  public static BucketToPlan read(String message) {
    var members = Members.read(message);
    members.requireVersion(1);
    members.requireText("type", TYPE);
    return new BucketToPlan(
        CampaignMembers.campaign(members), CampaignMembers.bucket(members), Mode.of(members));
  }
}
