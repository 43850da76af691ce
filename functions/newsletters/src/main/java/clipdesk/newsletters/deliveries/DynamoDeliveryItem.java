package clipdesk.newsletters.deliveries;

import static clipdesk.common.aws.DynamoValues.number;
import static clipdesk.common.aws.DynamoValues.text;

import clipdesk.common.json.Json;
import clipdesk.common.json.Members;
import clipdesk.common.stored.DynamoRow;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How a row of the ledger is written, and read again. */
final class DynamoDeliveryItem {
  static final String BY_ANSWER = "answer";
  static final String TALLY = "TALLY#";
  static final String DUPLICATE = "DUP#";

  private static final String PARKED = "PARKED#";
  private static final String STORE = "deliveries";
  private static final String SUBSCRIBER = "SUB#";

  /** Then nobody asks any more who got which mail. */
  private static final Duration LIFE = Duration.ofDays(400);

  /** When which word came first. */
  private static final Map<Word.Kind, String> WORDS =
      Map.of(
          Word.Kind.ANSWER, "answeredAt",
          Word.Kind.SEND, "sendEventAt",
          Word.Kind.DELIVERY, "deliveredAt",
          Word.Kind.PERMANENT_BOUNCE, "bouncedAt",
          Word.Kind.TRANSIENT_BOUNCE, "softBouncedAt",
          Word.Kind.COMPLAINT, "complainedAt",
          Word.Kind.REJECT, "rejectedAt",
          Word.Kind.LEFT, "leftAt");

  private DynamoDeliveryItem() {}

  /**
   * The index has a row until it is closed and counted, and its key never changes: two writes a
   * mail.
   */
  static Map<String, AttributeValue> pending(DeliveryId id, Instant now) {
    var item = new HashMap<>(key(id));
    item.put("state", text(DeliveryState.PENDING.name()));
    item.put("attempts", number(0));
    item.put("openKey", text(openKey(id.campaignId(), id.bucket())));
    item.put("openAt", text(Json.instant(now)));
    item.put("ttl", number(now.plus(LIFE).getEpochSecond()));
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
        row.optionalNumber("requeues", 0, Integer.MAX_VALUE).orElse(0),
        known(row));
  }

  private static Known known(Members row) {
    var words = new EnumMap<Word.Kind, Instant>(Word.Kind.class);
    WORDS.forEach((kind, name) -> row.optionalInstant(name).ifPresent(it -> words.put(kind, it)));
    return new Known(
        row.optionalNumber("version", 0, Integer.MAX_VALUE).orElse(0),
        row.optionalText("messageId"),
        row.optionalText("via").filter(BY_ANSWER::equals).isPresent(),
        row.optionalText("reason"),
        words,
        row.optionalText("decision", Decision.Choice::of)
            .map(it -> new Decision(it, row.text("decidedBy"), row.instant("decidedAt"))),
        /* counted= */ !row.has("openKey"));
  }

  /** What a row is to have after a word or a decision, by attribute. */
  static Map<String, AttributeValue> changed(Delivery then) {
    var known = then.known();
    var item = new TreeMap<String, AttributeValue>();
    item.put("state", text(then.state().name()));
    item.put("version", number(known.version()));
    known.messageId().ifPresent(it -> item.put("messageId", text(it)));
    if (known.byAnswer()) {
      item.put("via", text(BY_ANSWER));
    }
    known.reason().ifPresent(it -> item.put("reason", text(it)));
    known.words().forEach((kind, at) -> item.put(WORDS.get(kind), text(Json.instant(at))));
    known
        .decision()
        .ifPresent(
            it -> {
              item.put("decision", text(it.choice().text()));
              item.put("decidedBy", text(it.by()));
              item.put("decidedAt", text(Json.instant(it.at())));
            });
    return item;
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

  static String campaign(Map<String, AttributeValue> row) {
    return row.get("pk").s().split("#", -1)[1];
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
    return key(id.campaignId(), id.bucket(), id.subscriberId());
  }

  static Map<String, AttributeValue> key(String campaignId, String bucket, String subscriberId) {
    return Map.of("pk", text(ledger(campaignId, bucket)), "sk", text(SUBSCRIBER + subscriberId));
  }

  static Map<String, AttributeValue> tally(DeliveryId id) {
    return campaign(id.campaignId(), TALLY + id.bucket());
  }

  /** Claims of ten seconds. */
  static Map<String, AttributeValue> slot(String campaignId, Instant claimedAt) {
    return campaign(campaignId, "SLOT#" + Json.instant(Evidence.slot(claimedAt)));
  }

  static Map<String, AttributeValue> duplicate(DeliveryId id) {
    return campaign(id.campaignId(), DUPLICATE + id.subscriberId());
  }

  static Map<String, AttributeValue> done(String campaignId) {
    return campaign(campaignId, "DONE");
  }

  static Map<String, AttributeValue> pulse(String campaignId) {
    return campaign(campaignId, "PULSE");
  }

  /** That a row is parked, for as long as it is. */
  static Map<String, AttributeValue> parked(DeliveryId id) {
    return campaign(id.campaignId(), PARKED + id.subscriberId());
  }

  static String parkedSubscriber(Map<String, AttributeValue> item) {
    return item.get("sk").s().substring(PARKED.length());
  }

  /** Of the query for all of them. */
  static Map<String, AttributeValue> parkedOf(String campaignId) {
    return Map.of(":pk", campaign(campaignId, "").get("pk"), ":parked", text(PARKED));
  }

  private static Map<String, AttributeValue> campaign(String id, String sk) {
    return Map.of("pk", text("CAMP#" + id), "sk", text(sk));
  }

  /** The one item that says whether somebody gets a mail, and where. */
  static Map<String, AttributeValue> recipient(DeliveryId id) {
    return Map.of("pk", text(SUBSCRIBER + id.subscriberId()), "sk", text("PROFILE"));
  }
}
