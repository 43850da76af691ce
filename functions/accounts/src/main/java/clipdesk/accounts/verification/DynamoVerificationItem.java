package clipdesk.accounts.verification;

import static clipdesk.accounts.table.DynamoItems.number;
import static clipdesk.accounts.table.DynamoItems.optional;
import static clipdesk.accounts.table.DynamoItems.text;
import static clipdesk.accounts.table.DynamoItems.time;
import static clipdesk.common.aws.DynamoValues.number;
import static clipdesk.common.aws.DynamoValues.text;
import static clipdesk.common.aws.DynamoValues.time;

import clipdesk.common.localisation.Language;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A verification as attributes of its item, and back. */
final class DynamoVerificationItem {
  private DynamoVerificationItem() {}

  /** All attributes but the key and what the writes keep for themselves. */
  static Map<String, AttributeValue> of(Verification it) {
    var item = new HashMap<String, AttributeValue>();
    item.put("kind", text(it.purpose().name()));
    item.put("phase", text(it.phase().name()));
    item.put("username", text(it.username()));
    item.put("email", text(it.email()));
    item.put("decoy", AttributeValue.fromBool(it.decoy()));
    item.put("language", text(it.language().tag()));
    item.put("returnTo", text(it.returnTo()));
    it.name().ifPresent(name -> item.put("name", text(name)));
    it.outlet().ifPresent(outlet -> item.put("outlet", text(outlet)));
    item.put("termsVersion", text(it.termsVersion()));
    it.codeMac().ifPresent(mac -> item.put("codeMac", text(mac)));
    item.put("createdAt", time(it.createdAt()));
    item.put("sentAt", time(it.sentAt()));
    item.put("expiresAt", time(it.expiresAt()));
    item.put("tries", number(it.tries()));
    return item;
  }

  static Verification parse(Map<String, AttributeValue> item) {
    return new Verification(
        Verification.Purpose.valueOf(text(item, "kind")),
        Verification.Phase.valueOf(text(item, "phase")),
        text(item, "username"),
        text(item, "email"),
        item.get("decoy").bool(),
        Language.ofTag(text(item, "language")).orElse(Language.EN),
        text(item, "returnTo"),
        optional(item, "name"),
        optional(item, "outlet"),
        text(item, "termsVersion"),
        optional(item, "codeMac"),
        time(item, "createdAt"),
        time(item, "sentAt"),
        (int) number(item, "tries"));
  }
}
