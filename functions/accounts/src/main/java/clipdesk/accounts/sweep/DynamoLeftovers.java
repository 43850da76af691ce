package clipdesk.accounts.sweep;

import static clipdesk.accounts.verification.DynamoItems.key;

import clipdesk.common.json.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sns.SnsClient;

/** Rows of the sparse index {@code todo}. */
final class DynamoLeftovers implements SweepAccounts.UnfinishedDeletions {
  private static final String PREFIX = "USER#";

  private final DynamoDbClient dynamo;
  private final SnsClient sns;
  private final String table;
  private final DynamoTodo todo;
  private final String topicArn;

  DynamoLeftovers(DynamoDbClient dynamo, SnsClient sns, String table, String topicArn) {
    this.dynamo = dynamo;
    this.sns = sns;
    this.table = table;
    this.todo = new DynamoTodo(dynamo, table);
    this.topicArn = topicArn;
  }

  @Override
  public List<String> begunBefore(Instant limit) {
    return todo.before("DELETE", limit).stream().map(pk -> pk.substring(PREFIX.length())).toList();
  }

  @Override
  public void announce(String sub, Optional<String> email) {
    var members = new LinkedHashMap<String, Object>();
    members.put("type", "account-deleted");
    members.put("sub", sub);
    email.ifPresent(address -> members.put("email", address));
    sns.publish(publish -> publish.topicArn(topicArn).message(Json.text(members)));
  }

  @Override
  public void remove(String sub) {
    dynamo.deleteItem(delete -> delete.tableName(table).key(key(PREFIX + sub)));
  }
}
