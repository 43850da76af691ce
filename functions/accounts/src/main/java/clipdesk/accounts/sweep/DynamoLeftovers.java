package clipdesk.accounts.sweep;

import static clipdesk.accounts.verification.DynamoItems.key;
import static clipdesk.accounts.verification.DynamoItems.text;
import static clipdesk.accounts.verification.DynamoItems.time;

import clipdesk.common.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sns.SnsClient;

/** Rows of the sparse index {@code todo}. */
final class DynamoLeftovers implements SweepAccounts.UnfinishedDeletions {
  private static final String PREFIX = "USER#";

  private final DynamoDbClient dynamo;
  private final SnsClient sns;
  private final String table;
  private final String topicArn;

  DynamoLeftovers(DynamoDbClient dynamo, SnsClient sns, String table, String topicArn) {
    this.dynamo = dynamo;
    this.sns = sns;
    this.table = table;
    this.topicArn = topicArn;
  }

  @Override
  public List<String> begunBefore(Instant limit) {
    return dynamo
        .queryPaginator(
            query ->
                query
                    .tableName(table)
                    .indexName("todo")
                    .keyConditionExpression("todo = :delete AND todoAt < :limit")
                    .expressionAttributeValues(
                        Map.of(":delete", text("DELETE"), ":limit", time(limit))))
        .items()
        .stream()
        .map(item -> text(item, "pk").substring(PREFIX.length()))
        .toList();
  }

  @Override
  public void announce(String sub, String email) {
    var message = Json.text(Map.of("type", "account-deleted", "sub", sub, "email", email));
    sns.publish(publish -> publish.topicArn(topicArn).message(message));
  }

  @Override
  public void remove(String sub) {
    dynamo.deleteItem(delete -> delete.tableName(table).key(key(PREFIX + sub)));
  }
}
