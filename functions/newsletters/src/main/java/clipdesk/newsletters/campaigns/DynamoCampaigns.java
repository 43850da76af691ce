package clipdesk.newsletters.campaigns;

import static clipdesk.common.aws.DynamoValues.number;
import static clipdesk.common.aws.DynamoValues.text;
import static clipdesk.newsletters.campaigns.DynamoCampaignItem.key;
import static clipdesk.newsletters.campaigns.DynamoCampaignItem.meta;

import clipdesk.common.aws.DynamoConditions;
import clipdesk.common.aws.DynamoPages;
import clipdesk.common.localisation.Language;
import clipdesk.common.stored.DynamoRow;
import clipdesk.newsletters.deliveries.DynamoPlanning;
import clipdesk.newsletters.subscriptions.Subscriber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * {@code CAMP#id / META}, {@code CONTENT}, {@code LETTER#language} and {@code CHANGE#version};
 * {@code CAMPAIGNS / made#id} lists them, {@code OPEN / id} those that are at work.
 */
public final class DynamoCampaigns implements Campaigns {
  private final DynamoDbClient dynamo;
  private final String table;
  private final DynamoMoves moves;

  public DynamoCampaigns(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
    this.moves = new DynamoMoves(table);
  }

  @Override
  public boolean create(Campaign draft, Content content, String bodyHash, String by) {
    return write(
        List.of(
            moves.noted(draft, Change.created(draft, by)),
            put(DynamoCampaignItem.meta(draft, bodyHash), "attribute_not_exists(pk)"),
            put(DynamoCampaignItem.content(draft.id(), content), "attribute_not_exists(pk)"),
            put(DynamoCampaignItem.listed(draft), "attribute_not_exists(pk)")));
  }

  @Override
  public boolean edit(
      Campaign from, Campaign to, Content content, List<String> parts, String by, Instant now) {
    return write(
        List.of(
            moves.edited(from, to),
            put(DynamoCampaignItem.content(from.id(), content)),
            moves.noted(from, Change.edited(from, parts, by, now))));
  }

  @Override
  public boolean delete(Campaign draft, String by, Instant now) {
    return write(
        List.of(
            moves.deleted(draft),
            gone(DynamoCampaignItem.contentKey(draft.id())),
            gone(DynamoCampaignItem.listed(draft)),
            moves.noted(draft, Change.of(draft, Change.Act.DELETED, by, now))));
  }

  private TransactWriteItem gone(Map<String, AttributeValue> key) {
    return TransactWriteItem.builder().delete(it -> it.tableName(table).key(key)).build();
  }

  @Override
  public Optional<Campaign> find(String id) {
    return item(meta(id)).flatMap(DynamoCampaigns::readable);
  }

  @Override
  public Optional<Campaign> expect(String id) {
    return item(meta(id)).map(DynamoRow::of).map(DynamoCampaignItem::campaign);
  }

  private static Optional<Campaign> readable(Map<String, AttributeValue> item) {
    return DynamoRow.read(DynamoCampaignItem.STORE, item, DynamoCampaignItem::campaign);
  }

  private Optional<Map<String, AttributeValue>> item(Map<String, AttributeValue> key) {
    var item = dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true)).item();
    return item.isEmpty() ? Optional.empty() : Optional.of(item);
  }

  @Override
  public Optional<Content> content(String id) {
    return item(DynamoCampaignItem.contentKey(id))
        .flatMap(
            item -> DynamoRow.read(DynamoCampaignItem.STORE, item, DynamoCampaignItem::content));
  }

  @Override
  public Optional<Letters> letters(String id) {
    return DynamoCampaignItem.letters(
        query(meta(id).get("pk").s(), DynamoCampaignItem.LETTER).stream()
            .map(DynamoRow::of)
            .toList());
  }

  @Override
  public Optional<String> bodyHash(String id) {
    return item(meta(id))
        .flatMap(item -> DynamoRow.read(DynamoCampaignItem.STORE, item, it -> it.text("bodyHash")));
  }

  @Override
  public Page page(Optional<String> after, int limit) {
    var answer =
        dynamo.query(
            query ->
                query
                    .tableName(table)
                    .consistentRead(true)
                    .scanIndexForward(false)
                    .keyConditionExpression("pk = :pk")
                    .expressionAttributeValues(Map.of(":pk", text(DynamoCampaignItem.LIST)))
                    .limit(limit)
                    .exclusiveStartKey(
                        DynamoPages.from(after.map(it -> key(DynamoCampaignItem.LIST, it)))));
    var campaigns =
        answer.items().stream()
            .map(item -> find(DynamoCampaignItem.ofList(item)))
            .flatMap(Optional::stream)
            .toList();
    return new Page(
        campaigns, DynamoPages.next(answer.lastEvaluatedKey()).map(it -> it.get("sk").s()));
  }

  @Override
  public boolean start(Campaign from, Letters letters, String by, Instant now) {
    var writes = new ArrayList<TransactWriteItem>();
    writes.add(moves.started(from, by, now));
    writes.add(moves.noted(from, Change.moved(from, "sending", "", by, now)));
    for (var language : Language.values()) {
      writes.add(put(DynamoCampaignItem.letter(from.id(), language, letters.in(language))));
    }
    Subscriber.buckets()
        .forEach(bucket -> writes.add(put(DynamoPlanning.begun(from.id(), bucket))));
    writes.add(put(DynamoCampaignItem.open(from.id())));
    if (from.listed()) {
      writes.add(put(DynamoArchiveItem.of(from, letters, now)));
    }
    return write(writes);
  }

  @Override
  public boolean move(Campaign from, String to, String reason, String by, Instant now) {
    return write(
        List.of(
            moves.moved(from, to, reason, now),
            moves.noted(from, Change.moved(from, to, reason, by, now))));
  }

  @Override
  public boolean cancel(Campaign from, String by, Instant now) {
    var writes = new ArrayList<TransactWriteItem>();
    writes.add(moves.cancelled(from, now));
    writes.add(moves.noted(from, Change.moved(from, "cancelled", "", by, now)));
    from.startedAt().ifPresent(it -> writes.add(DynamoArchiveItem.taken(table, from.id(), it)));
    return write(writes);
  }

  @Override
  public void tested(String id, long revision) {
    DynamoConditions.hold(
        () ->
            dynamo.updateItem(
                update ->
                    update
                        .tableName(table)
                        .key(meta(id))
                        .updateExpression("SET testedRevision = :revision")
                        .conditionExpression("revision = :revision")
                        .expressionAttributeValues(Map.of(":revision", number(revision)))));
  }

  @Override
  public List<Open> open() {
    var open = new ArrayList<Open>();
    for (var item : query(DynamoCampaignItem.OPEN, "")) {
      var cursor = Optional.ofNullable(item.get("cursor")).map(AttributeValue::s);
      find(item.get("sk").s()).ifPresent(campaign -> open.add(new Open(campaign, cursor)));
    }
    return open;
  }

  @Override
  public void looked(String id, Optional<String> cursor) {
    var item = new HashMap<>(DynamoCampaignItem.open(id));
    cursor.ifPresent(it -> item.put("cursor", text(it)));
    DynamoConditions.hold(
        () ->
            dynamo.putItem(
                put ->
                    put.tableName(table).item(item).conditionExpression("attribute_exists(pk)")));
  }

  @Override
  public void closed(String id) {
    dynamo.deleteItem(delete -> delete.tableName(table).key(DynamoCampaignItem.open(id)));
  }

  private List<Map<String, AttributeValue>> query(String pk, String prefix) {
    var values = new HashMap<>(Map.of(":pk", text(pk)));
    if (!prefix.isEmpty()) {
      values.put(":prefix", text(prefix));
    }
    return dynamo
        .queryPaginator(
            query ->
                query
                    .tableName(table)
                    .consistentRead(true)
                    .keyConditionExpression(
                        prefix.isEmpty() ? "pk = :pk" : "pk = :pk AND begins_with(sk, :prefix)")
                    .expressionAttributeValues(values))
        .items()
        .stream()
        .toList();
  }

  /** With a token, so that a repetition after a lost answer is this write and no other. */
  private boolean write(List<TransactWriteItem> writes) {
    var token = UUID.randomUUID().toString();
    return DynamoConditions.refusals(
            () ->
                dynamo.transactWriteItems(
                    transaction -> transaction.clientRequestToken(token).transactItems(writes)))
        .isEmpty();
  }

  private TransactWriteItem put(Map<String, AttributeValue> item) {
    return TransactWriteItem.builder()
        .put(Put.builder().tableName(table).item(item).build())
        .build();
  }

  private TransactWriteItem put(Map<String, AttributeValue> item, String condition) {
    return TransactWriteItem.builder()
        .put(Put.builder().tableName(table).item(item).conditionExpression(condition).build())
        .build();
  }
}
