package clipdesk.accounts.verification;

import static clipdesk.common.aws.DynamoValues.number;
import static clipdesk.common.aws.DynamoValues.text;
import static clipdesk.common.aws.DynamoValues.time;

import clipdesk.common.json.UnreadableException;
import clipdesk.common.localisation.Language;
import clipdesk.common.stored.DynamoRow;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A verification as attributes of its item, and back; an empty text stands for none. */
final class DynamoVerificationItem {
  private DynamoVerificationItem() {}

  /** All attributes but the key and what the writes keep for themselves. */
  static Map<String, AttributeValue> of(Verification it) {
    var item = new HashMap<String, AttributeValue>();
    item.put("kind", text(it.purpose().name()));
    item.put("phase", text(it.phase().name()));
    item.put("username", text(it.username().orElse("")));
    item.put("email", text(it.email()));
    item.put("decoy", AttributeValue.fromBool(it.decoy()));
    item.put("language", text(it.language().tag()));
    item.put("returnTo", text(it.returnTo()));
    it.name().ifPresent(name -> item.put("name", text(name)));
    it.outlet().ifPresent(outlet -> item.put("outlet", text(outlet)));
    item.put("termsVersion", text(it.termsVersion().orElse("")));
    it.codeMac().ifPresent(mac -> item.put("codeMac", text(mac)));
    item.put("createdAt", time(it.createdAt()));
    item.put("sentAt", time(it.sentAt()));
    item.put("expiresAt", time(it.expiresAt()));
    item.put("tries", number(it.tries()));
    return item;
  }

  /**
   * @throws UnreadableException if it is not as {@link #of} and the writes make it
   */
  static Verification parse(Map<String, AttributeValue> item) {
    var row = DynamoRow.of(item);
    return new Verification(
        Verification.Purpose.valueOf(row.text("kind")),
        Verification.Phase.valueOf(row.text("phase")),
        row.textUnlessEmpty("username"),
        row.text("email"),
        row.flag("decoy"),
        Language.ofTag(row.text("language")).orElse(Language.EN),
        row.text("returnTo"),
        row.optionalText("name"),
        row.optionalText("outlet"),
        row.textUnlessEmpty("termsVersion"),
        row.optionalText("codeMac"),
        row.second("createdAt"),
        row.second("sentAt"),
        (int) row.number("tries", Integer.MIN_VALUE, Integer.MAX_VALUE));
  }
}
