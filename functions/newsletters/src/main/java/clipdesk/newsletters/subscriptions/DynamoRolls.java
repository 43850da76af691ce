package clipdesk.newsletters.subscriptions;

import static clipdesk.common.aws.DynamoValues.text;

import clipdesk.common.aws.DynamoPages;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** {@code ROLL#topic#bucket / SUB#id}, written with the first consent and with no other. */
public final class DynamoRolls implements Rolls {
  private static final String SUBSCRIBER = "SUB#";

  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoRolls(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  static Map<String, AttributeValue> key(String topic, String subscriberId) {
    return row(topic, Subscriber.bucket(subscriberId), subscriberId);
  }

  private static Map<String, AttributeValue> row(String topic, String bucket, String id) {
    return Map.of("pk", text("ROLL#" + topic + "#" + bucket), "sk", text(SUBSCRIBER + id));
  }

  @Override
  public Page page(String topic, String bucket, Optional<String> after, int limit) {
    var answer =
        dynamo.query(
            query ->
                query
                    .tableName(table)
                    .consistentRead(true)
                    .limit(limit)
                    .keyConditionExpression("pk = :pk")
                    .expressionAttributeValues(
                        Map.of(":pk", row(topic, bucket, SUBSCRIBER).get("pk")))
                    .exclusiveStartKey(DynamoPages.from(after.map(it -> row(topic, bucket, it)))));
    return new Page(
        answer.items().stream().map(DynamoRolls::subscriber).toList(),
        DynamoPages.next(answer.lastEvaluatedKey()).map(DynamoRolls::subscriber));
  }

  private static String subscriber(Map<String, AttributeValue> item) {
    return item.get("sk").s().substring(SUBSCRIBER.length());
  }
}
