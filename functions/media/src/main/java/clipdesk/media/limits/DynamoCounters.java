package clipdesk.media.limits;

import clipdesk.media.MediaConfig;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** Rows {@code RATE#name / RATE}. */
@Singleton
final class DynamoCounters implements Counters {
  private final DynamoDbClient dynamo;
  private final String table;

  DynamoCounters(DynamoDbClient dynamo, MediaConfig config) {
    this.dynamo = dynamo;
    this.table = config.table();
  }

  @Override
  public OptionalLong add(String name, long amount, long limit, Instant forgetAfter) {
    if (amount > limit) {
      // A missing row would pass the condition below.
      return OptionalLong.of(count(name));
    }
    try {
      dynamo.updateItem(
          update ->
              update
                  .tableName(table)
                  .key(key(name))
                  .updateExpression("SET #ttl = :ttl ADD #n :amount")
                  .conditionExpression("attribute_not_exists(#n) OR #n <= :room")
                  .expressionAttributeNames(Map.of("#ttl", "ttl", "#n", "n"))
                  .expressionAttributeValues(
                      Map.of(
                          ":ttl", number(forgetAfter.getEpochSecond()),
                          ":amount", number(amount),
                          ":room", number(limit - amount)))
                  .returnValuesOnConditionCheckFailure(
                      ReturnValuesOnConditionCheckFailure.ALL_OLD));
      return OptionalLong.empty();
    } catch (ConditionalCheckFailedException full) {
      return OptionalLong.of(
          full.hasItem() ? Long.parseLong(full.item().get("n").n()) : count(name));
    }
  }

  private long count(String name) {
    var item =
        dynamo.getItem(get -> get.tableName(table).key(key(name)).consistentRead(true)).item();
    return item.containsKey("n") ? Long.parseLong(item.get("n").n()) : 0;
  }

  private static Map<String, AttributeValue> key(String name) {
    return Map.of("pk", AttributeValue.fromS("RATE#" + name), "sk", AttributeValue.fromS("RATE"));
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
