package clipdesk.contracts.newsletters;

import static java.util.Objects.requireNonNull;

import clipdesk.common.json.Json;
import clipdesk.common.json.Members;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * To the sender: tell whoever started a campaign what became of it. Without their address: the
 * sender looks it up.
 *
 * @param id of the news: told twice, it is mailed once
 * @param reason of a pause; empty of other news
 * @param sent how many mails SES has taken
 * @param failed how many could not be mailed
 * @param skipped how many were left out
 * @param parked of how many nobody knows
 */
public record NoticeToMail(
    String campaignId,
    String id,
    What what,
    String reason,
    long sent,
    long failed,
    long skipped,
    long parked)
    implements SenderMessage.OfOneMail {
  static final String TYPE = "notice";

  /** What there is to tell. */
  public enum What {
    SENT,
    PAUSED,
    PARKED;

    /** As it is written. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<What> of(String text) {
      return List.of(values()).stream().filter(it -> it.text().equals(text)).findFirst();
    }
  }

  public NoticeToMail {
    requireNonNull(campaignId);
    requireNonNull(id);
    requireNonNull(what);
    requireNonNull(reason);
  }

  @Override
  public String json() {
    var members = new LinkedHashMap<String, Object>();
    members.put("v", 1);
    members.put("type", TYPE);
    members.put("campaignId", campaignId);
    members.put("id", id);
    members.put("what", what.text());
    members.put("reason", reason);
    members.put("sent", sent);
    members.put("failed", failed);
    members.put("skipped", skipped);
    members.put("parked", parked);
    return Json.text(members);
  }

  static NoticeToMail of(Members members) {
    return new NoticeToMail(
        CampaignMembers.campaign(members),
        members.filledText("id"),
        members.text("what", What::of),
        members.text("reason"),
        members.number("sent", 0),
        members.number("failed", 0),
        members.number("skipped", 0),
        members.number("parked", 0));
  }
}
