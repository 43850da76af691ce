package clipdesk.newsletters.deliveries;

import static clipdesk.common.aws.DynamoValues.number;
import static clipdesk.common.aws.DynamoValues.text;
import static clipdesk.newsletters.deliveries.DynamoDeliveryItem.key;
import static clipdesk.newsletters.deliveries.DynamoDeliveryItem.ledger;

import clipdesk.common.aws.DynamoConditions;
import clipdesk.common.aws.DynamoPages;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The ledger by bucket, the index {@code open}, and {@code CAMP#id / PARKED#subscriber}. */
public final class DynamoOpenDeliveries implements OpenDeliveries {
  private final DynamoDbClient dynamo;
  private final String table;
  private final DynamoDeliveries deliveries;

  public DynamoOpenDeliveries(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
    this.deliveries = new DynamoDeliveries(dynamo, table);
  }

  @Override
  public Page open(String campaignId, String bucket, Optional<String> after, int limit) {
    var answer =
        dynamo.query(
            query ->
                query
                    .tableName(table)
                    .indexName("open")
                    .keyConditionExpression("openKey = :key")
                    .expressionAttributeValues(
                        Map.of(":key", text(DynamoDeliveryItem.openKey(campaignId, bucket))))
                    .limit(limit)
                    .exclusiveStartKey(
                        DynamoPages.from(
                            after.map(it -> DynamoDeliveryItem.indexKey(campaignId, bucket, it)))));
    var ids = answer.items().stream().map(DynamoDeliveryItem::subscriber).toList();
    return new Page(
        deliveries.glimpse(campaignId, ids),
        DynamoPages.next(answer.lastEvaluatedKey()).map(DynamoDeliveryItem::cursor));
  }

  @Override
  public Page all(String campaignId, String bucket, Optional<String> after, int limit) {
    var values = Map.of(":pk", text(ledger(campaignId, bucket)));
    return rows(campaignId, bucket, after, limit, it -> it.expressionAttributeValues(values));
  }

  @Override
  public Page passedOver(PassedOver whom, String bucket, Optional<String> after, int limit) {
    var id = whom.campaignId();
    var values =
        new HashMap<>(Map.of(":pk", text(ledger(id, bucket)), ":state", text(whom.state().name())));
    whom.reason().ifPresent(it -> values.put(":reason", text(it)));
    var filter = "#state = :state" + whom.reason().map(_ -> " AND reason = :reason").orElse("");
    return rows(
        id,
        bucket,
        after,
        limit,
        it ->
            it.filterExpression(filter)
                .expressionAttributeNames(Map.of("#state", "state"))
                .expressionAttributeValues(values));
  }

  /** A page of a bucket's ledger, by recipient. */
  private Page rows(
      String campaignId,
      String bucket,
      Optional<String> after,
      int limit,
      Consumer<QueryRequest.Builder> which) {
    var answer =
        dynamo.query(
            query ->
                query
                    .tableName(table)
                    .consistentRead(true)
                    .keyConditionExpression("pk = :pk")
                    .limit(limit)
                    .exclusiveStartKey(
                        DynamoPages.from(after.map(it -> key(campaignId, bucket, it))))
                    .applyMutation(which));
    return new Page(
        answer.items().stream()
            .map(item -> DynamoDeliveryItem.read(campaignId, item))
            .flatMap(Optional::stream)
            .toList(),
        DynamoPages.next(answer.lastEvaluatedKey()).map(DynamoDeliveryItem::subscriber));
  }

  @Override
  public Page parked(String campaignId, Optional<String> after, int limit) {
    var answer =
        dynamo.query(
            query ->
                query
                    .tableName(table)
                    .consistentRead(true)
                    .keyConditionExpression("pk = :pk AND begins_with(sk, :parked)")
                    .expressionAttributeValues(DynamoDeliveryItem.parkedOf(campaignId))
                    .limit(limit)
                    .exclusiveStartKey(
                        DynamoPages.from(
                            after.map(
                                it -> DynamoDeliveryItem.parked(new DeliveryId(campaignId, it))))));
    var ids = answer.items().stream().map(DynamoDeliveryItem::parkedSubscriber).toList();
    return new Page(
        deliveries.read(campaignId, ids).stream()
            .filter(it -> it.is(DeliveryState.PARKED))
            .toList(),
        DynamoPages.next(answer.lastEvaluatedKey()).map(DynamoDeliveryItem::parkedSubscriber));
  }

  @Override
  public long parked(String campaignId) {
    return dynamo
        .queryPaginator(
            query ->
                query
                    .tableName(table)
                    .consistentRead(true)
                    .select(Select.COUNT)
                    .keyConditionExpression("pk = :pk AND begins_with(sk, :parked)")
                    .expressionAttributeValues(DynamoDeliveryItem.parkedOf(campaignId)))
        .stream()
        .mapToLong(it -> it.count())
        .sum();
  }

  @Override
  public boolean park(DeliveryId id, String claim) {
    var row =
        TransactWriteItem.builder()
            .update(
                update ->
                    update
                        .tableName(table)
                        .key(key(id))
                        .updateExpression("SET #state = :parked")
                        .conditionExpression("#state = :claimed AND claimId = :claim")
                        .expressionAttributeNames(Map.of("#state", "state"))
                        .expressionAttributeValues(
                            Map.of(
                                ":parked", text("PARKED"),
                                ":claimed", text("CLAIMED"),
                                ":claim", text(claim))))
            .build();
    var listed =
        TransactWriteItem.builder()
            .put(put -> put.tableName(table).item(DynamoDeliveryItem.parked(id)))
            .build();
    return DynamoConditions.holdTogether(
        token ->
            dynamo.transactWriteItems(
                write -> write.clientRequestToken(token).transactItems(row, listed)));
  }

  @Override
  public void requeued(DeliveryId id) {
    DynamoConditions.hold(
        () ->
            dynamo.updateItem(
                update ->
                    update
                        .tableName(table)
                        .key(key(id))
                        .updateExpression("ADD requeues :one")
                        .conditionExpression("#state = :pending")
                        .expressionAttributeNames(Map.of("#state", "state"))
                        .expressionAttributeValues(
                            Map.of(":one", number(1), ":pending", text("PENDING")))));
  }

  @Override
  public Map<DeliveryState, Long> counts(String campaignId, String bucket) {
    var counts = new EnumMap<DeliveryState, Long>(DeliveryState.class);
    dynamo
        .queryPaginator(
            query ->
                query
                    .tableName(table)
                    .consistentRead(true)
                    .keyConditionExpression("pk = :pk")
                    .projectionExpression("pk, sk, #state")
                    .expressionAttributeNames(Map.of("#state", "state"))
                    .expressionAttributeValues(Map.of(":pk", text(ledger(campaignId, bucket)))))
        .items()
        .stream()
        .map(DynamoDeliveryItem::state)
        .flatMap(Optional::stream)
        .forEach(state -> counts.merge(state, 1L, Long::sum));
    return counts;
  }
}
