package clipdesk.media.downloads;

import clipdesk.common.json.Json;
import clipdesk.media.MediaConfig;
import clipdesk.media.links.FileLinks;
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
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Rows {@code TICKET#hash}, histories {@code ACCT#id / DL#…}, takers {@code VIDEO#id / TAKEN#…}.
 */
@Singleton
final class DynamoTickets implements Tickets {
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
    return item.isEmpty() ? Optional.empty() : Optional.of(parse(item));
  }

  @Override
  public boolean put(String hash, DownloadTicket ticket) {
    var at = Json.instant(ticket.createdAt()) + "#" + ticket.ref();
    var ttl = number(ticket.expiresAt().plus(KEPT).getEpochSecond());
    var writes = new ArrayList<TransactWriteItem>();
    var item = new HashMap<String, AttributeValue>(key(hash));
    item.put("ref", text(ticket.ref()));
    item.put("accountId", text(ticket.accountId()));
    item.put("termsVersion", text(ticket.termsVersion()));
    item.put("bodyHash", text(ticket.bodyHash()));
    item.put("createdAt", text(Json.instant(ticket.createdAt())));
    item.put("expiresAt", text(Json.instant(ticket.expiresAt())));
    item.put("editor", AttributeValue.fromBool(ticket.editor()));
    item.put("uses", number(0));
    item.put("files", text(Json.text(ticket.files().stream().map(DynamoTickets::json).toList())));
    item.put("ttl", ttl);
    writes.add(write(item, true));
    writes.add(
        write(
            Map.of(
                "pk", text("ACCT#" + ticket.accountId()),
                "sk", text("DL#" + at),
                "ref", text(ticket.ref()),
                "hash", text(hash),
                "ttl", ttl),
            false));
    ticket.files().stream()
        .map(TicketFile::videoId)
        .distinct()
        .forEach(
            videoId ->
                writes.add(
                    write(
                        Map.of(
                            "pk", text("VIDEO#" + videoId),
                            "sk", text("TAKEN#" + at),
                            "accountId", text(ticket.accountId())),
                        false)));
    try {
      dynamo.transactWriteItems(transaction -> transaction.transactItems(writes));
      return true;
    } catch (TransactionCanceledException e) {
      if (e.cancellationReasons().stream()
          .anyMatch(reason -> "ConditionalCheckFailed".equals(reason.code()))) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public void used(String hash) {
    dynamo.updateItem(
        update ->
            update
                .tableName(table)
                .key(key(hash))
                .updateExpression("ADD #uses :one")
                .conditionExpression("attribute_exists(pk)")
                .expressionAttributeNames(Map.of("#uses", "uses"))
                .expressionAttributeValues(Map.of(":one", number(1))));
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
        answer.items().stream()
            .map(item -> find(item.get("hash").s()))
            .flatMap(Optional::stream)
            .toList(),
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
            .map(item -> item.get("hash").s())
            .findFirst();
    hash.ifPresent(it -> revoke(it, now));
    return hash.isPresent();
  }

  private void revoke(String hash, Instant now) {
    try {
      dynamo.updateItem(
          update ->
              update
                  .tableName(table)
                  .key(key(hash))
                  .updateExpression("SET revokedAt = if_not_exists(revokedAt, :now)")
                  .conditionExpression("attribute_exists(pk)")
                  .expressionAttributeValues(Map.of(":now", text(Json.instant(now)))));
    } catch (ConditionalCheckFailedException e) {
      // Expired and tidied away: nothing is left to revoke.
    }
  }

  private TransactWriteItem write(Map<String, AttributeValue> item, boolean onlyNew) {
    var put = Put.builder().tableName(table).item(item);
    if (onlyNew) {
      put.conditionExpression("attribute_not_exists(pk)");
    }
    return TransactWriteItem.builder().put(put.build()).build();
  }

  private static DownloadTicket parse(Map<String, AttributeValue> item) {
    return new DownloadTicket(
        item.get("ref").s(),
        item.get("accountId").s(),
        item.get("termsVersion").s(),
        item.get("bodyHash").s(),
        Instant.parse(item.get("createdAt").s()),
        Instant.parse(item.get("expiresAt").s()),
        Optional.ofNullable(item.get("revokedAt")).map(it -> Instant.parse(it.s())),
        item.get("editor").bool(),
        Long.parseLong(item.get("uses").n()),
        files(item.get("files").s()));
  }

  private static List<TicketFile> files(String json) {
    return ((List<?>) Json.object("{\"files\":" + json + "}").get("files"))
        .stream().map(file -> file((Map<?, ?>) file)).toList();
  }

  private static TicketFile file(Map<?, ?> file) {
    return new TicketFile(
        (String) file.get("name"),
        (String) file.get("localisedName"),
        FileLinks.Place.valueOf((String) file.get("place")),
        (String) file.get("key"),
        (String) file.get("versionId"),
        (String) file.get("etag"),
        ((Number) file.get("sizeBytes")).longValue(),
        (String) file.get("videoId"),
        (String) file.get("clipId"),
        (String) file.get("sha256"));
  }

  private static Map<String, Object> json(TicketFile file) {
    return Map.of(
        "name", file.name(),
        "localisedName", file.localisedName(),
        "place", file.place().name(),
        "key", file.key(),
        "versionId", file.versionId(),
        "etag", file.etag(),
        "sizeBytes", file.sizeBytes(),
        "videoId", file.videoId(),
        "clipId", file.clipId(),
        "sha256", file.sha256());
  }

  private static Map<String, AttributeValue> key(String hash) {
    return Map.of("pk", text("TICKET#" + hash), "sk", text("TICKET"));
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
