package clipdesk.media.clips;

import static clipdesk.common.aws.DynamoValues.text;
import static clipdesk.common.aws.DynamoValues.time;

import clipdesk.common.json.Json;
import clipdesk.common.stored.DynamoRow;
import clipdesk.media.MediaConfig;
import clipdesk.media.table.DynamoAccountPartition;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Rows {@code ACCT#id / CLIP#id}, newest first by {@code gsi3}. */
@Singleton
final class DynamoRequesters implements Requesters {
  /** As long as the clips bucket keeps a clip. */
  private static final Duration KEPT = Duration.ofDays(30);

  private final DynamoDbClient dynamo;
  private final String table;

  DynamoRequesters(DynamoDbClient dynamo, MediaConfig config) {
    this.dynamo = dynamo;
    this.table = config.table();
  }

  @Override
  public void asked(String accountId, ClipId id, OwnWords words, Instant now) {
    var item = new HashMap<>(key(accountId, id));
    item.put("gsi3pk", item.get("pk"));
    item.put("gsi3sk", text(Json.instant(now)));
    item.put("label", text(words.label().orElse("")));
    words.quote().ifPresent(it -> item.put("quote", text(it.json())));
    item.put("ttl", time(now.plus(KEPT)));
    dynamo.putItem(put -> put.tableName(table).item(item));
  }

  @Override
  public Optional<Asking> find(String accountId, ClipId id) {
    var item = dynamo.getItem(get -> get.tableName(table).key(key(accountId, id))).item();
    return item.isEmpty() ? Optional.empty() : asking(item);
  }

  @Override
  public Page of(String accountId, int limit, Map<String, String> after) {
    var answer =
        dynamo.query(
            query ->
                query
                    .tableName(table)
                    .indexName("gsi3")
                    .keyConditionExpression("gsi3pk = :account")
                    .expressionAttributeValues(Map.of(":account", text("ACCT#" + accountId)))
                    .scanIndexForward(false)
                    .limit(limit)
                    .exclusiveStartKey(after.isEmpty() ? null : key(after)));
    return new Page(
        answer.items().stream().map(DynamoRequesters::asking).flatMap(Optional::stream).toList(),
        answer.lastEvaluatedKey().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().s())));
  }

  private static Optional<Asking> asking(Map<String, AttributeValue> item) {
    return DynamoRow.read(
        "askings",
        item,
        row ->
            new Asking(
                row.text("sk", DynamoRequesters::id),
                row.instant("gsi3sk"),
                new OwnWords(
                    row.textUnlessEmpty("label"), row.optionalText("quote").map(ClipQuote::read))));
  }

  private static Optional<ClipId> id(String sk) {
    return Optional.of(sk.substring("CLIP#".length())).filter(ClipId::wellFormed).map(ClipId::new);
  }

  private static Map<String, AttributeValue> key(String accountId, ClipId id) {
    return DynamoAccountPartition.key(accountId, "CLIP#" + id.text());
  }

  private static Map<String, AttributeValue> key(Map<String, String> key) {
    return key.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> text(entry.getValue())));
  }
}
