package clipdesk.accounts.sweep;

import clipdesk.accounts.table.DynamoKeys;
import java.time.Instant;
import java.util.List;

/** Accounts that still hold the mark of their deletion. */
final class DynamoUnfinishedDeletions implements SweepAccounts.UnfinishedDeletions {
  private final DynamoTodo todo;

  DynamoUnfinishedDeletions(DynamoTodo todo) {
    this.todo = todo;
  }

  @Override
  public List<String> begunBefore(Instant limit) {
    return todo.before("DELETE", limit).stream().map(DynamoKeys::sub).toList();
  }
}
