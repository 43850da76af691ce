package clipdesk.media.accounts;

import clipdesk.common.json.Members;
import clipdesk.common.stored.DynamoRow;
import clipdesk.media.table.DynamoAccountPartition;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Partitions {@code ACCT#id}; a row may name rows of other partitions. */
final class DynamoAccountRows implements AccountRows {
  /** As many as one call deletes. */
  private static final int PAGE = 25;

  private static final int TRIES = 6;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

  private final DynamoDbClient dynamo;
  private final String table;

  DynamoAccountRows(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public List<Row> some(String accountId) {
    return dynamo
        .query(
            query ->
                query
                    .tableName(table)
                    .consistentRead(true)
                    .keyConditionExpression("pk = :account")
                    .projectionExpression("pk, sk, " + DynamoAccountPartition.ELSEWHERE)
                    .expressionAttributeValues(
                        Map.of(":account", DynamoAccountPartition.pk(accountId)))
                    .limit(PAGE))
        .items()
        .stream()
        .map(DynamoAccountRows::row)
        .toList();
  }

  private static Row row(Map<String, AttributeValue> item) {
    // A row that names others in no way that can be read goes all the same.
    var elsewhere = DynamoRow.read("account-rows", item, DynamoAccountRows::elsewhere);
    return new Row(key(item), elsewhere.orElse(List.of()));
  }

  private static List<Key> elsewhere(Members row) {
    return row.optionalObjects(DynamoAccountPartition.ELSEWHERE).stream()
        .map(named -> new Key(named.filledText("pk"), named.filledText("sk")))
        .toList();
  }

  @Override
  public void delete(Collection<Key> keys) {
    var all = List.copyOf(keys);
    for (int from = 0; from < all.size(); from += PAGE) {
      write(
          all.subList(from, Math.min(all.size(), from + PAGE)).stream()
              .map(key -> DeleteRequest.builder().key(item(key)).build())
              .map(delete -> WriteRequest.builder().deleteRequest(delete).build())
              .toList());
    }
  }

  private void write(List<WriteRequest> writes) {
    var open = Map.of(table, writes);
    for (int i = 0; i < TRIES; i++) {
      var asked = open;
      open = dynamo.batchWriteItem(write -> write.requestItems(asked)).unprocessedItems();
      if (open.isEmpty()) {
        return;
      }
      LockSupport.parkNanos(FIRST_PAUSE.toNanos() << i);
    }
    throw new IllegalStateException("The table leaves rows undeleted, after " + TRIES + " tries");
  }

  private static Key key(Map<String, AttributeValue> item) {
    return new Key(item.get("pk").s(), item.get("sk").s());
  }

  private static Map<String, AttributeValue> item(Key key) {
    return Map.of("pk", AttributeValue.fromS(key.pk()), "sk", AttributeValue.fromS(key.sk()));
  }
}
