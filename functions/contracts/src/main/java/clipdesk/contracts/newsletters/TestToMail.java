package clipdesk.contracts.newsletters;

import static java.util.Objects.requireNonNull;

import clipdesk.common.json.Json;
import clipdesk.common.json.Members;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * To the sender: mail a revision of a campaign to its editor.
 *
 * @param revision from 1 on
 * @param languages tags of BCP 47
 * @param to the editor's address
 * @param id of the editor's act: asked for or delivered twice, it mails once
 */
public record TestToMail(
    String campaignId, long revision, List<String> languages, String to, String id)
    implements SenderMessage.OfOneMail {
  static final String TYPE = "test";

  public TestToMail {
    requireNonNull(campaignId);
    languages = List.copyOf(languages);
    requireNonNull(to);
    requireNonNull(id);
  }

  @Override
  public String json() {
    var members = new LinkedHashMap<String, Object>();
    members.put("v", 1);
    members.put("type", TYPE);
    members.put("campaignId", campaignId);
    members.put("revision", revision);
    members.put("languages", languages);
    members.put("to", to);
    members.put("id", id);
    return Json.text(members);
  }

  static TestToMail of(Members members) {
    return new TestToMail(
        CampaignMembers.campaign(members),
        members.number("revision", 1, Long.MAX_VALUE),
        members.texts("languages"),
        members.text("to"),
        members.filledText("id"));
  }
}
