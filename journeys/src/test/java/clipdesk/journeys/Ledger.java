package clipdesk.journeys;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The rows of a campaign as they stand in the table, beside what the API says of them. */
final class Ledger {
  static final int BUCKETS = 16;
  private static final String SUBSCRIBER = "SUB#";

  private final DynamoDbClient dynamo;
  private final String table;
  private final String campaign;

  Ledger(DynamoDbClient dynamo, String table, String campaign) {
    this.dynamo = dynamo;
    this.table = table;
    this.campaign = campaign;
  }

  record Row(Map<String, AttributeValue> item) {
    boolean is(String state) {
      return item.get("state").s().equals(state);
    }

    boolean isClosed() {
      return is("SENT") || is("SKIPPED") || is("FAILED");
    }

    /** What SES says of it has come, and it is in the tallies. */
    boolean isHeardAndCounted() {
      return item.containsKey("deliveredAt") && !item.containsKey("openKey");
    }

    String subscriber() {
      return item.get("sk").s().substring(SUBSCRIBER.length());
    }

    /** When its mail went, but for the milliseconds of the call; only of one that was claimed. */
    Instant claimedAt() {
      return Instant.parse(item.get("claimedAt").s());
    }
  }

  static String bucket(int number) {
    return Integer.toHexString(number);
  }

  /** Whether everybody has their row. */
  boolean isPlanned() {
    return dynamo
        .query(
            query ->
                query
                    .tableName(table)
                    .consistentRead(true)
                    .keyConditionExpression("pk = :pk AND begins_with(sk, :segment)")
                    .expressionAttributeValues(
                        Map.of(
                            ":pk", AttributeValue.fromS("CAMP#" + campaign),
                            ":segment", AttributeValue.fromS("SEG#"))))
        .items()
        .stream()
        .allMatch(it -> it.get("phase").s().equals("planned"));
  }

  List<Row> rows() {
    return IntStream.range(0, BUCKETS).boxed().flatMap(it -> rows(bucket(it)).stream()).toList();
  }

  List<Row> rows(String bucket) {
    return dynamo
        .queryPaginator(
            query ->
                query
                    .tableName(table)
                    .consistentRead(true)
                    .keyConditionExpression("pk = :pk")
                    .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(key(bucket)))))
        .items()
        .stream()
        .map(Row::new)
        .toList();
  }

  /** Empty until it is planned. */
  Optional<Row> row(String subscriber) {
    var key =
        Map.of(
            "pk", AttributeValue.fromS(key(bucket(Math.floorMod(subscriber.hashCode(), BUCKETS)))),
            "sk", AttributeValue.fromS(SUBSCRIBER + subscriber));
    return Optional.of(
            dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true)).item())
        .filter(it -> !it.isEmpty())
        .map(Row::new);
  }

  private String key(String bucket) {
    return "LEDGER#" + campaign + "#" + bucket;
  }

  /**
   * As if a sender had claimed it then, and had ended before it asked SES.
   *
   * @return false if somebody was faster
   */
  boolean claimedAt(Row row, Instant at) {
    try {
      dynamo.updateItem(
          update ->
              update
                  .tableName(table)
                  .key(Map.of("pk", row.item().get("pk"), "sk", row.item().get("sk")))
                  .updateExpression("SET #state = :claimed, claimId = :claim, claimedAt = :at")
                  .conditionExpression("#state = :pending")
                  .expressionAttributeNames(Map.of("#state", "state"))
                  .expressionAttributeValues(
                      Map.of(
                          ":claimed", AttributeValue.fromS("CLAIMED"),
                          ":pending", AttributeValue.fromS("PENDING"),
                          ":claim", AttributeValue.fromS(UUID.randomUUID().toString()),
                          ":at", AttributeValue.fromS(at.toString()))));
      return true;
    } catch (ConditionalCheckFailedException claimed) {
      return false;
    }
  }

  /** As if it had been planned then. */
  void plannedAt(Row row, Instant at) {
    dynamo.updateItem(
        update ->
            update
                .tableName(table)
                .key(Map.of("pk", row.item().get("pk"), "sk", row.item().get("sk")))
                .updateExpression("SET openAt = :at")
                .expressionAttributeValues(Map.of(":at", AttributeValue.fromS(at.toString()))));
  }
}
