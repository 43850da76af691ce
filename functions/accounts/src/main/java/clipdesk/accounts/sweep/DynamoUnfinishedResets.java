package clipdesk.accounts.sweep;

import clipdesk.accounts.table.DynamoKeys;
import clipdesk.common.aws.DynamoConditions;
import clipdesk.common.stored.DynamoRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Verifications that still hold the note to end sessions. */
final class DynamoUnfinishedResets implements SweepAccounts.UnfinishedResets {
  private final DynamoDbClient dynamo;
  private final String table;
  private final DynamoTodo todo;

  DynamoUnfinishedResets(DynamoDbClient dynamo, String table, DynamoTodo todo) {
    this.dynamo = dynamo;
    this.table = table;
    this.todo = todo;
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
    return DynamoRow.of(item).optionalText("email");
  }

  @Override
  public void settled(String reset) {
    // Of one that was purged meanwhile nothing is left to do.
    DynamoConditions.hold(
        () ->
            dynamo.updateItem(
                request ->
                    request
                        .tableName(table)
                        .key(DynamoKeys.of(reset))
                        .updateExpression("REMOVE todo, todoAt")
                        .conditionExpression("attribute_exists(pk)")));
  }
}
