package clipdesk.contracts.newsletters;

import static java.util.Objects.requireNonNull;

import clipdesk.common.json.Json;
import clipdesk.common.json.Members;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * To the sender: mail the link that confirms a subscription, to whom it says something and not too
 * often.
 *
 * @param language a tag of BCP 47
 * @param textVersion of the consent that was shown
 * @param askedAt in milliseconds
 */
public record ConfirmationToMail(
    String email, List<String> topics, String language, String textVersion, Instant askedAt)
    implements SenderMessage.OfOneMail {
  static final String TYPE = "confirm";

  public ConfirmationToMail {
    requireNonNull(email);
    topics = List.copyOf(topics);
    requireNonNull(language);
    requireNonNull(textVersion);
    askedAt = askedAt.truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public String json() {
    var members = new LinkedHashMap<String, Object>();
    members.put("v", 1);
    members.put("type", TYPE);
    members.put("email", email);
    members.put("topics", topics);
    members.put("language", language);
    members.put("textVersion", textVersion);
    members.put("askedAt", Json.instant(askedAt));
    return Json.text(members);
  }

  static ConfirmationToMail of(Members members) {
    return new ConfirmationToMail(
        members.text("email"),
        members.texts("topics"),
        members.text("language"),
        members.text("textVersion"),
        members.instant("askedAt"));
  }
}
