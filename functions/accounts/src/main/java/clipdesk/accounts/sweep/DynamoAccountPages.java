package clipdesk.accounts.sweep;

import static clipdesk.common.aws.DynamoValues.names;
import static clipdesk.common.aws.DynamoValues.text;
import static clipdesk.common.aws.DynamoValues.time;

import clipdesk.accounts.table.DynamoKeys;
import clipdesk.common.stored.DynamoRow;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.Select;

/**
 * Pages of a scan that sees keys and ages alone, as its right says; where it stands and who was
 * there last are kept in the item {@code SWEEP#accounts}.
 */
final class DynamoAccountPages implements AccountPages {
  private final DynamoDbClient dynamo;
  private final String table;
  private final int rows;

  /**
   * @param rows how many rows of the table a page reads, whatever they hold
   */
  DynamoAccountPages(DynamoDbClient dynamo, String table, int rows) {
    this.dynamo = dynamo;
    this.table = table;
    this.rows = rows;
  }

  @Override
  public Page next(Instant createdBefore) {
    var kept =
        DynamoRow.of(
            dynamo
                .getItem(get -> get.tableName(table).key(DynamoKeys.sweep()).consistentRead(true))
                .item());
    var page =
        dynamo.scan(
            scan ->
                scan.tableName(table)
                    .limit(rows)
                    .exclusiveStartKey(kept.optionalText("after").map(DynamoKeys::of).orElse(null))
                    .select(Select.SPECIFIC_ATTRIBUTES)
                    .projectionExpression("#pk")
                    .filterExpression("begins_with(#pk, :user) AND #createdAt < :limit")
                    .expressionAttributeNames(names("pk", "createdAt"))
                    .expressionAttributeValues(
                        Map.of(":user", DynamoKeys.accounts(), ":limit", time(createdBefore))));
    return new Page(
        page.items().stream().map(item -> DynamoKeys.sub(item.get("pk").s())).toList(),
        page.hasLastEvaluatedKey()
            ? Optional.of(page.lastEvaluatedKey().get("pk").s())
            : Optional.empty(),
        kept.optionalText("witness"));
  }

  @Override
  public void turn(Page page, Optional<String> witness) {
    keep("witness", witness);
    keep("after", page.end());
  }

  private void keep(String name, Optional<String> value) {
    dynamo.updateItem(
        update ->
            update
                .tableName(table)
                .key(DynamoKeys.sweep())
                .updateExpression(value.isPresent() ? "SET #name = :value" : "REMOVE #name")
                .expressionAttributeNames(Map.of("#name", name))
                .expressionAttributeValues(
                    value.map(it -> Map.of(":value", text(it))).orElse(null)));
  }
}
