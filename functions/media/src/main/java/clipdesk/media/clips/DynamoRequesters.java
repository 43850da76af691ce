package clipdesk.media.clips;

import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import clipdesk.media.MediaConfig;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Rows {@code ACCT#id / CLIP#id}, newest first by {@code gsi3}; counters {@code RATE#…}. */
@Singleton
final class DynamoRequesters implements Requesters {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final DynamoDbClient dynamo;
  private final String table;

  DynamoRequesters(DynamoDbClient dynamo, MediaConfig config) {
    this.dynamo = dynamo;
    this.table = config.table();
  }

  @Override
  public void asked(String accountId, String clipId, String label, Instant now) {
    var account = text("ACCT#" + accountId);
    dynamo.putItem(
        put ->
            put.tableName(table)
                .item(
                    Map.of(
                        "pk", account,
                        "sk", text("CLIP#" + clipId),
                        "gsi3pk", account,
                        "gsi3sk", text(now.toString()),
                        "label", text(label))));
  }

  @Override
  public Page clipsOf(String accountId, int limit, Map<String, String> after) {
    var answer =
        dynamo.query(
            query ->
                query
                    .tableName(table)
                    .indexName("gsi3")
                    .keyConditionExpression("gsi3pk = :account")
                    .expressionAttributeValues(Map.of(":account", text("ACCT#" + accountId)))
                    .scanIndexForward(false)
                    .limit(limit)
                    .exclusiveStartKey(
                        after.isEmpty()
                            ? null
                            : after.entrySet().stream()
                                .collect(
                                    Collectors.toMap(
                                        Map.Entry::getKey, entry -> text(entry.getValue())))));
    return new Page(
        answer.items().stream()
            .map(item -> item.get("sk").s().substring("CLIP#".length()))
            .toList(),
        answer.hasLastEvaluatedKey()
            ? answer.lastEvaluatedKey().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().s()))
            : Map.of());
  }

  @Override
  public void count(String kind, String accountId, long amount, long limit, Instant now) {
    boolean daily = kind.endsWith("-per-day");
    var window = daily ? DAY : MINUTE;
    long slot = now.getEpochSecond() / window.toSeconds();
    var resetsAt = Instant.ofEpochSecond((slot + 1) * window.toSeconds());
    try {
      dynamo.updateItem(
          update ->
              update
                  .tableName(table)
                  .key(
                      Map.of(
                          "pk", text("RATE#" + kind + "#" + accountId + "#" + slot),
                          "sk", text("RATE")))
                  .updateExpression("SET #ttl = :ttl ADD #n :amount")
                  .conditionExpression("attribute_not_exists(#n) OR #n <= :room")
                  .expressionAttributeNames(Map.of("#ttl", "ttl", "#n", "n"))
                  .expressionAttributeValues(
                      Map.of(
                          ":ttl", number(resetsAt.plus(DAY).getEpochSecond()),
                          ":amount", number(amount),
                          ":room", number(limit - amount))));
    } catch (ConditionalCheckFailedException e) {
      var wait = Duration.between(now, resetsAt);
      throw daily
          ? new ProblemException(ProblemType.QUOTA_EXCEEDED, "Come back tomorrow")
              .with("quota", kind)
              .with("limit", limit)
              .with("resetsAt", resetsAt.toString())
              .retryAfter(wait)
          : new ProblemException(ProblemType.TOO_MANY_REQUESTS, "Slow down")
              .with("reason", "busy")
              .retryAfter(wait);
    }
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
