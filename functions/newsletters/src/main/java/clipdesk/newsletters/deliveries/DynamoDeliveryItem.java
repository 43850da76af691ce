package clipdesk.newsletters.deliveries;

import static clipdesk.common.aws.DynamoValues.number;
import static clipdesk.common.aws.DynamoValues.text;

import clipdesk.common.json.Json;
import clipdesk.common.json.Members;
import clipdesk.common.stored.DynamoRow;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How a row of the ledger is written, and read again. */
final class DynamoDeliveryItem {
  private static final String STORE = "deliveries";
  private static final String SUBSCRIBER = "SUB#";

  private DynamoDeliveryItem() {}

  /** The index has a row as long as it is open, and its key never changes: two writes a mail. */
  static Map<String, AttributeValue> pending(DeliveryId id, Instant now) {
    var item = new HashMap<>(key(id));
    item.put("state", text(DeliveryState.PENDING.name()));
    item.put("attempts", number(0));
    item.put("openKey", text(openKey(id.campaignId(), id.bucket())));
    item.put("openAt", text(Json.instant(now)));
    return item;
  }

  static Optional<Delivery> read(String campaignId, Map<String, AttributeValue> item) {
    return DynamoRow.read(STORE, item, row -> delivery(campaignId, row));
  }

  private static Delivery delivery(String campaignId, Members row) {
    return new Delivery(
        new DeliveryId(campaignId, row.text("sk").substring(SUBSCRIBER.length())),
        row.text("state", DeliveryState::of),
        row.optionalText("claimId").map(it -> new Delivery.Claim(it, row.instant("claimedAt"))),
        row.optionalInstant("openAt"),
        row.optionalNumber("requeues", 0, Integer.MAX_VALUE).orElse(0));
  }

  static Optional<DeliveryState> state(Map<String, AttributeValue> item) {
    return DynamoRow.read(STORE, item, row -> row.text("state", DeliveryState::of));
  }

  /** Why a recipient gets no mail, by the item that did not meet the claim's condition. */
  static ClaimAnswer refusedBy(Map<String, AttributeValue> recipient, String topic) {
    var status =
        Optional.ofNullable(recipient.get("status")).map(AttributeValue::s).orElse("erased");
    return switch (status) {
      case "erased" -> ClaimAnswer.ERASED;
      case "active" ->
          text("on").equals(recipient.getOrDefault("topics", text("")).m().get(topic))
              ? ClaimAnswer.MOVED
              : ClaimAnswer.UNSUBSCRIBED;
      default -> ClaimAnswer.SUPPRESSED;
    };
  }

  static String subscriber(Map<String, AttributeValue> item) {
    return item.get("sk").s().substring(SUBSCRIBER.length());
  }

  static String cursor(Map<String, AttributeValue> indexKey) {
    return indexKey.get("openAt").s() + " " + subscriber(indexKey);
  }

  static Map<String, AttributeValue> indexKey(String campaignId, String bucket, String cursor) {
    int space = cursor.indexOf(' ');
    return Map.of(
        "pk", text(ledger(campaignId, bucket)),
        "sk", text(SUBSCRIBER + cursor.substring(space + 1)),
        "openKey", text(openKey(campaignId, bucket)),
        "openAt", text(cursor.substring(0, space)));
  }

  static String openKey(String campaignId, String bucket) {
    return campaignId + "#" + bucket;
  }

  static String ledger(String campaignId, String bucket) {
    return "LEDGER#" + campaignId + "#" + bucket;
  }

  static Map<String, AttributeValue> key(DeliveryId id) {
    return Map.of(
        "pk", text(ledger(id.campaignId(), id.bucket())),
        "sk", text(SUBSCRIBER + id.subscriberId()));
  }

  /** The one item that says whether somebody gets a mail, and where. */
  static Map<String, AttributeValue> recipient(DeliveryId id) {
    return Map.of("pk", text(SUBSCRIBER + id.subscriberId()), "sk", text("PROFILE"));
  }
}
