package clipdesk.media.downloads;

import static clipdesk.common.aws.DynamoValues.number;
import static clipdesk.common.aws.DynamoValues.text;
import static clipdesk.common.aws.DynamoValues.time;

import clipdesk.common.aws.DynamoConditions;
import clipdesk.common.json.Json;
import clipdesk.common.stored.DynamoRow;
import clipdesk.media.MediaConfig;
import clipdesk.media.table.DynamoAccountPartition;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Rows {@code TICKET#hash}, histories {@code ACCT#id / DL#…}, takers {@code VIDEO#id / TAKEN#…};
 * {@code ACCT#id / TOOK#…} names an account's takers.
 */
@Singleton
final class DynamoTickets implements Tickets {
  private static final String STORE = "tickets";

  /** A finished ticket stays in its maker's history for a while. */
  private static final Duration KEPT = Duration.ofDays(90);

  private final DynamoDbClient dynamo;
  private final String table;

  DynamoTickets(DynamoDbClient dynamo, MediaConfig config) {
    this.dynamo = dynamo;
    this.table = config.table();
  }

  @Override
  public Optional<DownloadTicket> find(String hash) {
    var item =
        dynamo.getItem(get -> get.tableName(table).key(key(hash)).consistentRead(true)).item();
    return item.isEmpty() ? Optional.empty() : DynamoRow.read(STORE, item, DynamoTicketItem::parse);
  }

  @Override
  public boolean put(String hash, DownloadTicket ticket) {
    var at = Json.instant(ticket.createdAt()) + "#" + ticket.ref();
    var ttl = time(ticket.expiresAt().plus(KEPT));
    var writes = new ArrayList<TransactWriteItem>();
    var item = new HashMap<>(DynamoTicketItem.of(hash, ticket));
    item.put("ttl", ttl);
    writes.add(write(item, true));
    var line = new HashMap<>(DynamoAccountPartition.key(ticket.accountId(), "DL#" + at));
    line.put("ref", text(ticket.ref()));
    line.put("hash", text(hash));
    line.put("ttl", ttl);
    writes.add(write(DynamoAccountPartition.naming(line, List.of(key(hash))), false));
    var takings = ticket.files().stream().map(it -> taking(it.videoId(), at)).distinct().toList();
    for (var key : takings) {
      var taking = new HashMap<>(key);
      taking.put("accountId", text(ticket.accountId()));
      writes.add(write(taking, false));
    }
    // Who took what outlives the history, so something that lives as long has to name it.
    var took = DynamoAccountPartition.key(ticket.accountId(), "TOOK#" + at);
    writes.add(write(DynamoAccountPartition.naming(took, takings), false));
    return write(writes);
  }

  private boolean write(List<TransactWriteItem> writes) {
    return DynamoConditions.refusals(
            () -> dynamo.transactWriteItems(transaction -> transaction.transactItems(writes)))
        .isEmpty();
  }

  @Override
  public boolean used(String hash) {
    return DynamoConditions.hold(
        () ->
            dynamo.updateItem(
                update ->
                    update
                        .tableName(table)
                        .key(key(hash))
                        .updateExpression("ADD #uses :one")
                        .conditionExpression("attribute_exists(pk)")
                        .expressionAttributeNames(Map.of("#uses", "uses"))
                        .expressionAttributeValues(Map.of(":one", number(1)))));
  }

  @Override
  public Page of(String accountId, int limit, Map<String, String> after) {
    var answer =
        dynamo.query(
            query ->
                query
                    .tableName(table)
                    .keyConditionExpression("pk = :account AND begins_with(sk, :downloads)")
                    .expressionAttributeValues(
                        Map.of(":account", text("ACCT#" + accountId), ":downloads", text("DL#")))
                    .scanIndexForward(false)
                    .limit(limit)
                    .exclusiveStartKey(
                        after.isEmpty()
                            ? null
                            : after.entrySet().stream()
                                .collect(
                                    Collectors.toMap(
                                        Map.Entry::getKey, entry -> text(entry.getValue())))));
    return new Page(
        answer.items().stream().flatMap(line -> hash(line).flatMap(this::find).stream()).toList(),
        answer.hasLastEvaluatedKey()
            ? answer.lastEvaluatedKey().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().s()))
            : Map.of());
  }

  @Override
  public boolean revoke(String accountId, String ref, Instant now) {
    var hash =
        dynamo
            .queryPaginator(
                query ->
                    query
                        .tableName(table)
                        .keyConditionExpression("pk = :account AND begins_with(sk, :downloads)")
                        .filterExpression("#ref = :ref")
                        .expressionAttributeNames(Map.of("#ref", "ref"))
                        .expressionAttributeValues(
                            Map.of(
                                ":account", text("ACCT#" + accountId),
                                ":downloads", text("DL#"),
                                ":ref", text(ref))))
            .items()
            .stream()
            .flatMap(line -> hash(line).stream())
            .findFirst();
    hash.ifPresent(it -> revoke(it, now));
    return hash.isPresent();
  }

  private void revoke(String hash, Instant now) {
    // Of one that expired and was tidied away nothing is left to revoke.
    DynamoConditions.hold(
        () ->
            dynamo.updateItem(
                update ->
                    update
                        .tableName(table)
                        .key(key(hash))
                        .updateExpression("SET revokedAt = if_not_exists(revokedAt, :now)")
                        .conditionExpression("attribute_exists(pk)")
                        .expressionAttributeValues(Map.of(":now", text(Json.instant(now))))));
  }

  /** Of the ticket that a line of the history is about. */
  private static Optional<String> hash(Map<String, AttributeValue> line) {
    return DynamoRow.read(STORE, line, row -> row.text("hash"));
  }

  private static Map<String, AttributeValue> taking(String videoId, String at) {
    return Map.of("pk", text("VIDEO#" + videoId), "sk", text("TAKEN#" + at));
  }

  private TransactWriteItem write(Map<String, AttributeValue> item, boolean onlyNew) {
    var put = Put.builder().tableName(table).item(item);
    if (onlyNew) {
      put.conditionExpression("attribute_not_exists(pk)");
    }
    return TransactWriteItem.builder().put(put.build()).build();
  }

  private static Map<String, AttributeValue> key(String hash) {
    return DynamoTicketItem.key(hash);
  }
}
