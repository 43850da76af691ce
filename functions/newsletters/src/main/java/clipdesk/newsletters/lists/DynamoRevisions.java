package clipdesk.newsletters.lists;

import static clipdesk.common.aws.DynamoValues.number;

import clipdesk.common.aws.DynamoConditions;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items with a {@code revision}, each of whose changes is one of the item that was read. */
public record DynamoRevisions(DynamoDbClient dynamo, String table) {
  /** Whether there was none of this key. */
  public boolean create(Map<String, AttributeValue> item) {
    return DynamoConditions.hold(
        () ->
            dynamo.putItem(
                put ->
                    put.tableName(table)
                        .item(item)
                        .conditionExpression("attribute_not_exists(pk)")));
  }

  /** Empty if there is none. */
  public Map<String, AttributeValue> find(Map<String, AttributeValue> key) {
    return dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true)).item();
  }

  /**
   * Whether the item is this one now: nobody else changed it since revision {@code before}. A try
   * whose answer was lost makes its repetition fail on itself, and counts.
   */
  public boolean change(long before, Map<String, AttributeValue> item) {
    boolean written =
        DynamoConditions.hold(
            () ->
                dynamo.putItem(
                    put ->
                        put.tableName(table)
                            .item(item)
                            .conditionExpression("revision = :before")
                            .expressionAttributeValues(Map.of(":before", number(before)))));
    return written || find(Map.of("pk", item.get("pk"), "sk", item.get("sk"))).equals(item);
  }
}
