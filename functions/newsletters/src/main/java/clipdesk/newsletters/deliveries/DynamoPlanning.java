package clipdesk.newsletters.deliveries;

import static clipdesk.common.aws.DynamoValues.number;
import static clipdesk.common.aws.DynamoValues.text;

import clipdesk.common.aws.DynamoBatch;
import clipdesk.common.aws.DynamoConditions;
import clipdesk.common.aws.DynamoPages;
import clipdesk.common.stored.DynamoRow;
import clipdesk.newsletters.subscriptions.Subscriber;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** {@code CAMP#id / SEG#bucket}, and memberships {@code TOPIC#topic#bucket / SUB#subscriber}. */
public final class DynamoPlanning implements Planning {
  private static final String SEGMENT = "SEG#";
  private static final String SUBSCRIBER = "SUB#";

  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoPlanning(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  /** What the start of a campaign writes for a bucket. */
  public static Map<String, AttributeValue> begun(String campaignId, String bucket) {
    return item(campaignId, Segment.begun(bucket));
  }

  @Override
  public List<Segment> segments(String campaignId) {
    return dynamo
        .queryPaginator(
            query ->
                query
                    .tableName(table)
                    .consistentRead(true)
                    .keyConditionExpression("pk = :pk AND begins_with(sk, :segment)")
                    .expressionAttributeValues(
                        Map.of(":pk", text("CAMP#" + campaignId), ":segment", text(SEGMENT))))
        .items()
        .stream()
        .map(DynamoPlanning::segment)
        .toList();
  }

  @Override
  public Optional<Segment> segment(String campaignId, String bucket) {
    var item =
        dynamo
            .getItem(get -> get.tableName(table).key(key(campaignId, bucket)).consistentRead(true))
            .item();
    return item.isEmpty() ? Optional.empty() : Optional.of(segment(item));
  }

  /** A segment that cannot be read is never taken for planned: it throws. */
  private static Segment segment(Map<String, AttributeValue> item) {
    var row = DynamoRow.of(item);
    return new Segment(
        row.text("sk").substring(SEGMENT.length()),
        row.text("phase").equals("planned"),
        row.optionalText("lastKey"),
        row.optionalNumber("rows", 0, Integer.MAX_VALUE).orElse(0));
  }

  @Override
  public boolean moveOn(String campaignId, Segment from, Segment to) {
    var values = new HashMap<>(Map.of(":planning", text("planning")));
    from.lastKey().ifPresent(it -> values.put(":from", text(it)));
    return DynamoConditions.hold(
        () ->
            dynamo.putItem(
                put ->
                    put.tableName(table)
                        .item(item(campaignId, to))
                        .conditionExpression(
                            "phase = :planning AND "
                                + (from.lastKey().isEmpty()
                                    ? "attribute_not_exists(lastKey)"
                                    : "lastKey = :from"))
                        .expressionAttributeValues(values)));
  }

  @Override
  public Page audience(
      String topic, String bucket, Optional<String> after, int limit, Instant until) {
    var pk = audience(topic, bucket);
    var answer =
        dynamo.query(
            query ->
                query
                    .tableName(table)
                    .consistentRead(true)
                    .keyConditionExpression("pk = :pk")
                    .expressionAttributeValues(Map.of(":pk", pk))
                    .limit(limit)
                    .exclusiveStartKey(
                        DynamoPages.from(
                            after.map(it -> Map.of("pk", pk, "sk", text(SUBSCRIBER + it))))));
    return new Page(
        answer.items().stream()
            .filter(item -> since(item).filter(it -> !it.isAfter(until)).isPresent())
            .map(DynamoPlanning::subscriber)
            .toList(),
        DynamoPages.next(answer.lastEvaluatedKey()).map(DynamoPlanning::subscriber));
  }

  @Override
  public List<String> subscribed(String topic, List<String> among, Instant until) {
    var keys =
        among.stream()
            .map(
                it ->
                    Map.of(
                        "pk", audience(topic, Subscriber.bucket(it)), "sk", text(SUBSCRIBER + it)))
            .toList();
    var members =
        DynamoBatch.read(
                table,
                keys,
                /* asTheyAre= */ true,
                asked -> dynamo.batchGetItem(get -> get.requestItems(asked)))
            .stream()
            .filter(item -> since(item).filter(it -> !it.isAfter(until)).isPresent())
            .map(DynamoPlanning::subscriber)
            .collect(Collectors.toSet());
    return among.stream().filter(members::contains).toList();
  }

  private static AttributeValue audience(String topic, String bucket) {
    return text("TOPIC#" + topic + "#" + bucket);
  }

  private static Optional<Instant> since(Map<String, AttributeValue> membership) {
    return DynamoRow.read("memberships", membership, it -> it.instant("since"));
  }

  private static String subscriber(Map<String, AttributeValue> item) {
    return item.get("sk").s().substring(SUBSCRIBER.length());
  }

  private static Map<String, AttributeValue> item(String campaignId, Segment segment) {
    var item = new HashMap<>(key(campaignId, segment.bucket()));
    item.put("phase", text(segment.planned() ? "planned" : "planning"));
    segment.lastKey().ifPresent(it -> item.put("lastKey", text(it)));
    item.put("rows", number(segment.rows()));
    return item;
  }

  private static Map<String, AttributeValue> key(String campaignId, String bucket) {
    return Map.of("pk", text("CAMP#" + campaignId), "sk", text(SEGMENT + bucket));
  }
}
