package clipdesk.newsletters.deliveries;

import static clipdesk.common.aws.DynamoValues.number;
import static clipdesk.common.aws.DynamoValues.text;
import static clipdesk.newsletters.deliveries.DynamoDeliveryItem.key;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.aws.DynamoBatch;
import clipdesk.common.aws.DynamoConditions;
import clipdesk.common.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** {@code LEDGER#campaign#bucket / SUB#subscriber}. */
public final class DynamoDeliveries implements Deliveries {
  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoDeliveries(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public void plan(DeliveryId id, Instant now) {
    var item = DynamoDeliveryItem.pending(id, now);
    DynamoConditions.hold(
        () ->
            dynamo.putItem(
                put ->
                    put.tableName(table)
                        .item(item)
                        .conditionExpression("attribute_not_exists(pk)")));
  }

  @Override
  public List<Delivery> read(String campaignId, List<String> subscriberIds) {
    return read(ids(campaignId, subscriberIds), /* asTheyAre= */ true);
  }

  /** Rows of a campaign as {@link #glimpse} reads them. */
  List<Delivery> glimpse(String campaignId, List<String> subscriberIds) {
    return read(ids(campaignId, subscriberIds), /* asTheyAre= */ false);
  }

  private static List<DeliveryId> ids(String campaignId, List<String> subscriberIds) {
    return subscriberIds.stream().map(it -> new DeliveryId(campaignId, it)).toList();
  }

  @Override
  public Optional<Delivery> glimpse(DeliveryId id) {
    return read(List.of(id), /* asTheyAre= */ false).stream().findFirst();
  }

  @Override
  public List<Delivery> of(String subscriberId, List<String> campaignIds) {
    return read(
        campaignIds.stream().map(it -> new DeliveryId(it, subscriberId)).toList(),
        /* asTheyAre= */ true);
  }

  private List<Delivery> read(List<DeliveryId> ids, boolean asTheyAre) {
    var found = new HashMap<DeliveryId, Delivery>();
    var keys = ids.stream().distinct().map(DynamoDeliveryItem::key).toList();
    DynamoBatch.read(
            table, keys, asTheyAre, asked -> dynamo.batchGetItem(get -> get.requestItems(asked)))
        .stream()
        .map(item -> DynamoDeliveryItem.read(DynamoDeliveryItem.campaign(item), item))
        .flatMap(Optional::stream)
        .forEach(it -> found.put(it.id(), it));
    return ids.stream().distinct().filter(found::containsKey).map(found::get).toList();
  }

  @Override
  public ClaimAnswer claim(
      DeliveryId id, String topic, EmailAddress email, String claim, Instant now) {
    var row =
        TransactWriteItem.builder()
            .update(
                update ->
                    update
                        .tableName(table)
                        .key(key(id))
                        .updateExpression(
                            "SET #state = :claimed, claimId = :claim, claimedAt = :now"
                                + " REMOVE requeues, tries ADD attempts :one")
                        .conditionExpression("#state = :pending")
                        .expressionAttributeNames(Map.of("#state", "state"))
                        .expressionAttributeValues(
                            Map.of(
                                ":claimed", text("CLAIMED"),
                                ":pending", text("PENDING"),
                                ":claim", text(claim),
                                ":now", text(Json.instant(now)),
                                ":one", number(1))))
            .build();
    var recipient =
        TransactWriteItem.builder()
            .conditionCheck(
                check ->
                    check
                        .tableName(table)
                        .key(DynamoDeliveryItem.recipient(id))
                        .conditionExpression(
                            "#status = :active AND topics.#topic = :on AND email = :email")
                        .expressionAttributeNames(Map.of("#status", "status", "#topic", topic))
                        .expressionAttributeValues(
                            Map.of(
                                ":active", text("active"),
                                ":on", text("on"),
                                ":email", text(email.text())))
                        .returnValuesOnConditionCheckFailure(
                            ReturnValuesOnConditionCheckFailure.ALL_OLD))
            .build();
    var refusals =
        DynamoConditions.refusals(
            () ->
                dynamo.transactWriteItems(
                    write -> write.clientRequestToken(claim).transactItems(row, recipient)));
    if (refusals.isEmpty()) {
      return ClaimAnswer.HELD;
    }
    return DynamoConditions.failed(refusals.getFirst())
        ? ClaimAnswer.TAKEN
        : DynamoDeliveryItem.refusedBy(refusals.getLast().item(), topic);
  }

  @Override
  public boolean accepted(DeliveryId id, String claim, String messageId) {
    return update(
        id,
        "SET #state = :sent, messageId = :message, via = :answer",
        "#state = :claimed AND claimId = :claim",
        Map.of(
            ":sent", text("SENT"),
            ":answer", text(DynamoDeliveryItem.BY_ANSWER),
            ":claimed", text("CLAIMED"),
            ":claim", text(claim),
            ":message", text(messageId)));
  }

  @Override
  public void release(DeliveryId id, String claim, String reason) {
    leaveClaim(id, claim, "PENDING", "lastError = :reason REMOVE claimId, claimedAt", reason);
  }

  @Override
  public void fail(DeliveryId id, String claim, String reason) {
    leaveClaim(id, claim, "FAILED", "reason = :reason", reason);
  }

  private void leaveClaim(DeliveryId id, String claim, String to, String change, String reason) {
    update(
        id,
        "SET #state = :to, " + change,
        "#state = :claimed AND claimId = :claim",
        Map.of(
            ":to", text(to),
            ":claimed", text("CLAIMED"),
            ":claim", text(claim),
            ":reason", text(reason)));
  }

  @Override
  public void skip(DeliveryId id, String reason) {
    close(id, "SKIPPED", reason);
  }

  @Override
  public void giveUp(DeliveryId id, String reason) {
    close(id, "FAILED", reason);
  }

  private void close(DeliveryId id, String to, String reason) {
    update(
        id,
        "SET #state = :to, reason = :reason",
        "#state = :pending",
        Map.of(":to", text(to), ":pending", text("PENDING"), ":reason", text(reason)));
  }

  @Override
  public long tried(DeliveryId id) {
    var tries = new ArrayList<Long>();
    DynamoConditions.hold(
        () ->
            tries.add(
                Long.parseLong(
                    dynamo
                        .updateItem(
                            update ->
                                update
                                    .tableName(table)
                                    .key(key(id))
                                    .updateExpression("ADD tries :one")
                                    .conditionExpression("#state = :pending")
                                    .expressionAttributeNames(Map.of("#state", "state"))
                                    .expressionAttributeValues(
                                        Map.of(":one", number(1), ":pending", text("PENDING")))
                                    .returnValues("UPDATED_NEW"))
                        .attributes()
                        .get("tries")
                        .n())));
    return tries.isEmpty() ? 0 : tries.getFirst();
  }

  private boolean update(
      DeliveryId id, String expression, String condition, Map<String, AttributeValue> values) {
    return DynamoConditions.hold(
        () ->
            dynamo.updateItem(
                update ->
                    update
                        .tableName(table)
                        .key(key(id))
                        .updateExpression(expression)
                        .conditionExpression(condition)
                        .expressionAttributeNames(Map.of("#state", "state"))
                        .expressionAttributeValues(values)));
  }
}
