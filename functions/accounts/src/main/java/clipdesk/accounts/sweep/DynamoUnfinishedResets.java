package clipdesk.accounts.sweep;

import static clipdesk.accounts.table.DynamoItems.optional;
import static clipdesk.accounts.table.DynamoItems.time;

import clipdesk.accounts.table.DynamoKeys;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Verifications that still hold the note to end sessions. */
final class DynamoUnfinishedResets implements SweepAccounts.UnfinishedResets {
  private final DynamoDbClient dynamo;
  private final String table;
  private final DynamoTodo todo;

  DynamoUnfinishedResets(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
    this.todo = new DynamoTodo(dynamo, table);
  }

  @Override
  public List<String> triedBefore(Instant limit) {
    return todo.before("SIGN_OUT", limit);
  }

  @Override
  public Optional<String> email(String reset) {
    var item =
        dynamo
            .getItem(get -> get.tableName(table).key(DynamoKeys.of(reset)).consistentRead(true))
            .item();
    return optional(item, "email");
  }

  @Override
  public void cutOff(String sub, Instant now) {
    change(DynamoKeys.account(sub), "SET validAfter = :now", Map.of(":now", time(now)));
  }

  @Override
  public void settled(String reset) {
    change(DynamoKeys.of(reset), "REMOVE todo, todoAt", Map.of());
  }

  private void change(
      Map<String, AttributeValue> key, String update, Map<String, AttributeValue> values) {
    try {
      dynamo.updateItem(
          request ->
              request
                  .tableName(table)
                  .key(key)
                  .updateExpression(update)
                  .conditionExpression("attribute_exists(pk)")
                  .expressionAttributeValues(values.isEmpty() ? null : values));
    } catch (ConditionalCheckFailedException e) {
      // Purged or deleted meanwhile: nothing is left to end.
    }
  }
}
