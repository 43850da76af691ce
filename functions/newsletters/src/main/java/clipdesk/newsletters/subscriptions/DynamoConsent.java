package clipdesk.newsletters.subscriptions;

import static clipdesk.common.aws.DynamoValues.text;

import clipdesk.common.json.Json;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What somebody consented to or withdrew, and how: a row that is never changed. */
final class DynamoConsent {
  private DynamoConsent() {}

  /**
   * A row whose key sorts by its time, whatever the moment in a second.
   *
   * @param textVersion of what was shown, of a consent
   */
  static Map<String, AttributeValue> item(
      String sub,
      String action,
      String source,
      String topic,
      Optional<String> textVersion,
      Instant now) {
    var at = Json.instant(now);
    var item = new HashMap<String, AttributeValue>();
    item.put("pk", text(sub));
    item.put("sk", text("CONSENT#" + at + "#" + UUID.randomUUID()));
    item.put("action", text(action));
    item.put("source", text(source));
    item.put("topics", text(topic));
    item.put("at", text(at));
    textVersion.ifPresent(shown -> item.put("textVersion", text(shown)));
    return item;
  }
}
