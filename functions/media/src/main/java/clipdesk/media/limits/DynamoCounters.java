package clipdesk.media.limits;

import static clipdesk.common.aws.DynamoValues.number;
import static clipdesk.common.aws.DynamoValues.time;

import clipdesk.media.MediaConfig;
import clipdesk.media.table.DynamoAccountPartition;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** Rows {@code ACCT#id / RATE#…}, which go with the account, and {@code TICKET#hash / RATE#…}. */
@Singleton
final class DynamoCounters implements Counters {
  private final DynamoDbClient dynamo;
  private final String table;

  DynamoCounters(DynamoDbClient dynamo, MediaConfig config) {
    this.dynamo = dynamo;
    this.table = config.table();
  }

  @Override
  public OptionalLong add(Counted counted, long amount, long limit, Instant forgetAfter) {
    if (amount > limit) {
      // A missing row would pass the condition below.
      return OptionalLong.of(count(counted));
    }
    try {
      dynamo.updateItem(
          update ->
              update
                  .tableName(table)
                  .key(key(counted))
                  .updateExpression("SET #ttl = :ttl ADD #n :amount")
                  .conditionExpression("attribute_not_exists(#n) OR #n <= :room")
                  .expressionAttributeNames(Map.of("#ttl", "ttl", "#n", "n"))
                  .expressionAttributeValues(
                      Map.of(
                          ":ttl", time(forgetAfter),
                          ":amount", number(amount),
                          ":room", number(limit - amount)))
                  .returnValuesOnConditionCheckFailure(
                      ReturnValuesOnConditionCheckFailure.ALL_OLD));
      return OptionalLong.empty();
    } catch (ConditionalCheckFailedException full) {
      return OptionalLong.of(
          full.hasItem() ? Long.parseLong(full.item().get("n").n()) : count(counted));
    }
  }

  private long count(Counted counted) {
    var item =
        dynamo.getItem(get -> get.tableName(table).key(key(counted)).consistentRead(true)).item();
    return item.containsKey("n") ? Long.parseLong(item.get("n").n()) : 0;
  }

  private static Map<String, AttributeValue> key(Counted counted) {
    var sk = "RATE#" + counted.what();
    return switch (counted.holder()) {
      case ACCOUNT -> DynamoAccountPartition.key(counted.id(), sk);
      case TICKET ->
          Map.of(
              "pk", AttributeValue.fromS("TICKET#" + counted.id()), "sk", AttributeValue.fromS(sk));
    };
  }
}
