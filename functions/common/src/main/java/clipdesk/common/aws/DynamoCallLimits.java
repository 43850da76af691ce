package clipdesk.common.aws;

import static clipdesk.common.aws.DynamoValues.number;
import static clipdesk.common.aws.DynamoValues.time;

import clipdesk.common.limits.CallLimits;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One item for each kind, place and window; it expires when the window after it is over. */
public final class DynamoCallLimits implements CallLimits {
  private static final Map<String, String> NAMES = Map.of("#n", "n", "#ttl", "ttl");

  private final Supplier<DynamoDbClient> dynamo;
  private final String table;
  private final Map<String, AttributeValue> sortKey;

  /** In a table with the key {@code pk} alone. */
  public DynamoCallLimits(Supplier<DynamoDbClient> dynamo, String table) {
    this(dynamo, table, Map.of());
  }

  /**
   * @param sortKey what the table's items need beside {@code pk}
   */
  public DynamoCallLimits(
      Supplier<DynamoDbClient> dynamo, String table, Map<String, AttributeValue> sortKey) {
    this.dynamo = dynamo;
    this.table = table;
    this.sortKey = Map.copyOf(sortKey);
  }

  @Override
  public void count(String kind, String place, long limit, Duration window, Instant now) {
    boolean held =
        DynamoConditions.hold(
            () ->
                dynamo
                    .get()
                    .updateItem(
                        update ->
                            update
                                .tableName(table)
                                .key(key(kind, place, window, now))
                                .updateExpression("SET #ttl = :ttl ADD #n :one")
                                .conditionExpression("attribute_not_exists(#n) OR #n < :max")
                                .expressionAttributeNames(NAMES)
                                .expressionAttributeValues(
                                    Map.of(
                                        ":ttl", time(now.plus(window).plus(window)),
                                        ":one", number(1),
                                        ":max", number(limit)))));
    if (!held) {
      throw refused(window, now);
    }
  }

  @Override
  public void giveBack(String kind, String place, Duration window, Instant now) {
    dynamo
        .get()
        .updateItem(
            update ->
                update
                    .tableName(table)
                    .key(key(kind, place, window, now))
                    .updateExpression("ADD #n :less")
                    .expressionAttributeNames(Map.of("#n", "n"))
                    .expressionAttributeValues(Map.of(":less", number(-1))));
  }

  private Map<String, AttributeValue> key(String kind, String place, Duration window, Instant now) {
    long number = now.getEpochSecond() / window.toSeconds();
    var key = new HashMap<>(sortKey);
    key.put("pk", AttributeValue.fromS("RATE#" + kind + "#" + place + "#" + number));
    return key;
  }

  private static ProblemException refused(Duration window, Instant now) {
    long seconds = window.toSeconds();
    return new ProblemException(ProblemType.TOO_MANY_REQUESTS, "Too many requests from here")
        .with("reason", "ip")
        .retryAfter(Duration.ofSeconds(seconds - now.getEpochSecond() % seconds));
  }
}
