package clipdesk.accounts.sweep;

import clipdesk.accounts.sessions.OwnSessions;
import clipdesk.accounts.table.DynamoKeys;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Rows of the sparse index {@code todo}. */
final class DynamoLeftovers implements SweepAccounts.UnfinishedDeletions {
  private final DynamoDbClient dynamo;
  private final String table;
  private final DynamoTodo todo;
  private final OwnSessions sessions;

  DynamoLeftovers(DynamoDbClient dynamo, String table, OwnSessions sessions) {
    this.dynamo = dynamo;
    this.table = table;
    this.todo = new DynamoTodo(dynamo, table);
    this.sessions = sessions;
  }

  @Override
  public List<String> begunBefore(Instant limit) {
    return todo.before("DELETE", limit).stream().map(DynamoKeys::sub).toList();
  }

  @Override
  public void remove(String sub) {
    sessions.forget(sub);
    dynamo.deleteItem(delete -> delete.tableName(table).key(DynamoKeys.account(sub)));
  }
}
