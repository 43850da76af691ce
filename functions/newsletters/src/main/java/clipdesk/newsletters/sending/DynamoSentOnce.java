package clipdesk.newsletters.sending;

import static clipdesk.common.aws.DynamoValues.text;
import static clipdesk.common.aws.DynamoValues.time;

import clipdesk.common.aws.DynamoConditions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** {@code MAILED#mail / ONCE}, for longer than any queue keeps a message. */
final class DynamoSentOnce implements SentOnce {
  private static final Duration LIFE = Duration.ofDays(15);

  private final DynamoDbClient dynamo;
  private final String table;

  DynamoSentOnce(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public boolean begun(String mail) {
    return dynamo
        .getItem(get -> get.tableName(table).key(key(mail)).consistentRead(true))
        .hasItem();
  }

  @Override
  public boolean take(String mail, Instant now) {
    var item = new HashMap<>(key(mail));
    item.put("takenAt", text(now.toString()));
    item.put("ttl", time(now.plus(LIFE)));
    return DynamoConditions.hold(
        () ->
            dynamo.putItem(
                put ->
                    put.tableName(table)
                        .item(item)
                        .conditionExpression("attribute_not_exists(pk)")));
  }

  @Override
  public void giveBack(String mail, Instant taken) {
    DynamoConditions.hold(
        () ->
            dynamo.deleteItem(
                delete ->
                    delete
                        .tableName(table)
                        .key(key(mail))
                        .conditionExpression("takenAt = :taken")
                        .expressionAttributeValues(Map.of(":taken", text(taken.toString())))));
  }

  private static Map<String, AttributeValue> key(String mail) {
    return Map.of("pk", text("MAILED#" + mail), "sk", text("ONCE"));
  }
}
