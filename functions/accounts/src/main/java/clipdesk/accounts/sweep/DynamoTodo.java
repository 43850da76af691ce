package clipdesk.accounts.sweep;

import static clipdesk.common.aws.DynamoValues.text;
import static clipdesk.common.aws.DynamoValues.time;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Rows that say what is left to do, by the sparse index on it. */
final class DynamoTodo {
  private final DynamoDbClient dynamo;
  private final String table;

  DynamoTodo(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  /** Keys of the rows that have had this to do since before an instant. */
  List<String> before(String todo, Instant limit) {
    return dynamo
        .queryPaginator(
            query ->
                query
                    .tableName(table)
                    .indexName("todo")
                    .keyConditionExpression("todo = :todo AND todoAt < :limit")
                    .expressionAttributeValues(Map.of(":todo", text(todo), ":limit", time(limit))))
        .items()
        .stream()
        .map(item -> item.get("pk").s())
        .toList();
  }
}
