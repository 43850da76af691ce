package clipdesk.contracts.newsletters;

import static java.util.Objects.requireNonNull;

import clipdesk.common.json.Json;
import clipdesk.common.json.Members;
import java.time.Instant;
import java.util.LinkedHashMap;

/** To the sender: mail somebody the link by which they are forgotten. */
public record ErasureToMail(String subscriberId, Instant askedAt)
    implements SenderMessage.OfOneMail {
  static final String TYPE = "erase";

  public ErasureToMail {
    requireNonNull(subscriberId);
    requireNonNull(askedAt);
  }

  @Override
  public String json() {
    var members = new LinkedHashMap<String, Object>();
    members.put("v", 1);
    members.put("type", TYPE);
    members.put("subscriberId", subscriberId);
    members.put("askedAt", Json.instant(askedAt));
    return Json.text(members);
  }

  static ErasureToMail of(Members members) {
    return new ErasureToMail(members.filledText("subscriberId"), members.instant("askedAt"));
  }
}
