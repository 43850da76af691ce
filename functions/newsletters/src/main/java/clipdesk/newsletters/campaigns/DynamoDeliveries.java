package clipdesk.newsletters.campaigns;

import static clipdesk.common.aws.DynamoValues.number;
import static clipdesk.common.aws.DynamoValues.text;

import clipdesk.common.json.Json;
import clipdesk.common.json.Members;
import clipdesk.common.stored.DynamoRow;
import clipdesk.newsletters.subscriptions.Subscriber;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** {@code LEDGER#id#bucket / SUB#sid}; each step of a row is a condition on the one before. */
public final class DynamoDeliveries implements Deliveries {
  private static final String DELIVERIES = "deliveries";

  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoDeliveries(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public void plan(String id, String bucket, String subscriberId, Instant now) {
    var item = new HashMap<>(row(id, bucket, subscriberId));
    item.put("state", text("PENDING"));
    item.put("attempts", number(0));
    item.put("openKey", text(id + "#" + bucket + "#PENDING"));
    item.put("openAt", text(Json.instant(now)));
    try {
      dynamo.putItem(
          put -> put.tableName(table).item(item).conditionExpression("attribute_not_exists(pk)"));
    } catch (ConditionalCheckFailedException e) {
      // Planned by an earlier try of the same page.
    }
  }

  @Override
  public boolean claim(String id, String bucket, String subscriberId, String claim, Instant now) {
    return holds(
        update(row(id, bucket, subscriberId))
            .updateExpression(
                "SET #state = :claimed, claimId = :claim, claimedAt = :now, openKey = :key,"
                    + " openAt = :now ADD attempts :one")
            .conditionExpression("#state = :pending OR (#state = :claimed AND claimId = :claim)")
            .expressionAttributeNames(Map.of("#state", "state"))
            .expressionAttributeValues(
                Map.of(
                    ":claimed", text("CLAIMED"),
                    ":pending", text("PENDING"),
                    ":claim", text(claim),
                    ":now", text(Json.instant(now)),
                    ":key", text(id + "#" + bucket + "#CLAIMED"),
                    ":one", number(1))));
  }

  @Override
  public void sent(String id, String bucket, String subscriberId, String claim, String messageId) {
    holds(
        update(row(id, bucket, subscriberId))
            .updateExpression("SET #state = :sent, messageId = :message REMOVE openKey, openAt")
            .conditionExpression("#state IN (:claimed, :parked) AND claimId = :claim")
            .expressionAttributeNames(Map.of("#state", "state"))
            .expressionAttributeValues(
                Map.of(
                    ":sent", text("SENT"),
                    ":claimed", text("CLAIMED"),
                    ":parked", text("PARKED"),
                    ":claim", text(claim),
                    ":message", text(messageId))));
  }

  @Override
  public void sentByEvent(String id, String bucket, String subscriberId, String messageId) {
    holds(
        update(row(id, bucket, subscriberId))
            .updateExpression(
                "SET #state = :sent, messageId = if_not_exists(messageId, :message)"
                    + " REMOVE openKey, openAt")
            .conditionExpression("attribute_exists(pk) AND #state IN (:claimed, :parked, :pending)")
            .expressionAttributeNames(Map.of("#state", "state"))
            .expressionAttributeValues(
                Map.of(
                    ":sent", text("SENT"),
                    ":claimed", text("CLAIMED"),
                    ":parked", text("PARKED"),
                    ":pending", text("PENDING"),
                    ":message", text(messageId))));
  }

  @Override
  public void close(
      String id, String bucket, String subscriberId, String from, String to, String reason) {
    boolean open = to.equals("PENDING");
    var values =
        new HashMap<>(Map.of(":to", text(to), ":from", text(from), ":reason", text(reason)));
    if (open) {
      values.put(":key", text(id + "#" + bucket + "#PENDING"));
    }
    holds(
        update(row(id, bucket, subscriberId))
            .updateExpression(
                open
                    ? "SET #state = :to, lastError = :reason, openKey = :key REMOVE claimId,"
                        + " claimedAt"
                    : "SET #state = :to, reason = :reason REMOVE openKey, openAt")
            .conditionExpression("#state = :from")
            .expressionAttributeNames(Map.of("#state", "state"))
            .expressionAttributeValues(values));
  }

  @Override
  public int park(String id, Instant before) {
    int parked = 0;
    for (var bucket : Subscriber.buckets()) {
      for (var item : rows(id, bucket)) {
        boolean stuck =
            DynamoRow.read(DELIVERIES, item, it -> claimedBefore(it, before)).orElse(false);
        if (stuck
            && holds(
                update(Map.of("pk", item.get("pk"), "sk", item.get("sk")))
                    .updateExpression("SET #state = :parked, openKey = :key")
                    .conditionExpression("#state = :claimed AND claimId = :claim")
                    .expressionAttributeNames(Map.of("#state", "state"))
                    .expressionAttributeValues(
                        Map.of(
                            ":parked", text("PARKED"),
                            ":claimed", text("CLAIMED"),
                            ":claim", item.get("claimId"),
                            ":key", text(id + "#" + bucket + "#PARKED"))))) {
          parked++;
        }
      }
    }
    return parked;
  }

  @Override
  public Map<String, Long> counts(String id) {
    var counts = new TreeMap<String, Long>();
    for (var bucket : Subscriber.buckets()) {
      for (var item : rows(id, bucket)) {
        DynamoRow.read(DELIVERIES, item, it -> it.text("state"))
            .ifPresent(state -> counts.merge(state, 1L, Long::sum));
      }
    }
    return counts;
  }

  private List<Map<String, AttributeValue>> rows(String id, String bucket) {
    var query = DynamoCampaigns.rows(table, ledger(id, bucket), "SUB#");
    return dynamo.queryPaginator(query).items().stream().toList();
  }

  private UpdateItemRequest.Builder update(Map<String, AttributeValue> key) {
    return UpdateItemRequest.builder().tableName(table).key(key);
  }

  /** Whether the condition held; a row that has moved on meanwhile has the last word. */
  private boolean holds(UpdateItemRequest.Builder update) {
    try {
      dynamo.updateItem(update.build());
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  private static boolean claimedBefore(Members row, Instant instant) {
    if (!row.text("state").equals("CLAIMED")) {
      return false;
    }
    row.text("claimId");
    return row.instant("claimedAt").isBefore(instant);
  }

  private static Map<String, AttributeValue> row(String id, String bucket, String subscriberId) {
    return Map.of("pk", text(ledger(id, bucket)), "sk", text("SUB#" + subscriberId));
  }

  private static String ledger(String id, String bucket) {
    return "LEDGER#" + id + "#" + bucket;
  }
}
