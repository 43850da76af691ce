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
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * {@code CAMP#id / META}, {@code CONTENT}, {@code LETTER#language} and {@code CHANGE#version};
 * {@code CAMPAIGNS / made#id} lists them, {@code OPEN / id} those that are at work.
 */
public final class DynamoCampaigns implements Campaigns {
  private final DynamoDbClient dynamo;
  private final String table;
  private final DynamoWrites writes;
  private final DynamoMoves moves;

  public DynamoCampaigns(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
    this.writes = new DynamoWrites(table);
    this.moves = new DynamoMoves(table);
  }

  @Override
  public boolean create(Campaign draft, Content content, String bodyHash, String by) {
    return together(
        List.of(
            moves.noted(draft, Change.created(draft, by)),
            writes.putNew(DynamoCampaignItem.meta(draft, bodyHash)),
            writes.putNew(DynamoCampaignItem.content(draft.id(), content)),
            writes.putNew(DynamoCampaignItem.listed(draft))));
  }

  @Override
  public boolean edit(
      Campaign from, Campaign to, Content content, List<String> parts, String by, Instant now) {
    return together(
        List.of(
            moves.edited(from, to),
            writes.put(DynamoCampaignItem.content(from.id(), content)),
            moves.noted(from, Change.edited(from, parts, by, now))));
  }

  @Override
  public boolean delete(Campaign draft, String by, Instant now) {
    return together(
        List.of(
            moves.deleted(draft),
            writes.gone(DynamoCampaignItem.contentKey(draft.id())),
            writes.gone(DynamoCampaignItem.listed(draft)),
            moves.noted(draft, Change.of(draft, Change.Act.DELETED, by, now))));
  }

  @Override
  public Optional<Campaign> find(String id) {
    return item(meta(id))
        .flatMap(it -> DynamoRow.read(DynamoCampaignItem.STORE, it, DynamoCampaignItem::campaign));
  }

  @Override
  public Optional<Campaign> expect(String id) {
    return item(meta(id)).map(DynamoRow::of).map(DynamoCampaignItem::campaign);
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
    var rows =
        query(
            "pk = :pk AND begins_with(sk, :letter)",
            Map.of(":pk", meta(id).get("pk"), ":letter", text(DynamoCampaignItem.LETTER)));
    return DynamoCampaignItem.letters(rows.stream().map(DynamoRow::of).toList());
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
  public boolean schedule(Campaign from, Instant sendAt, String by, Instant now) {
    return together(
        List.of(
            moves.scheduled(from, sendAt, by),
            moves.noted(from, Change.moved(from, "scheduled", "", by, now)),
            writes.put(DynamoCampaignItem.open(from.id()))));
  }

  @Override
  public boolean unschedule(Campaign from, String by, Instant now) {
    return together(
        List.of(
            moves.unscheduled(from),
            moves.noted(from, Change.moved(from, "draft", "", by, now)),
            writes.gone(DynamoCampaignItem.open(from.id()))));
  }

  @Override
  public boolean start(Campaign from, Letters letters, String by, Instant now) {
    var all = new ArrayList<TransactWriteItem>();
    all.add(moves.started(from, by, now));
    all.add(moves.noted(from, Change.moved(from, "sending", "", by, now)));
    for (var language : Language.values()) {
      all.add(writes.put(DynamoCampaignItem.letter(from.id(), language, letters.in(language))));
    }
    Subscriber.buckets()
        .forEach(bucket -> all.add(writes.put(DynamoPlanning.begun(from.id(), bucket))));
    all.add(writes.put(DynamoCampaignItem.open(from.id())));
    if (from.listed()) {
      all.add(writes.put(DynamoArchiveItem.of(from, letters, now)));
    }
    return together(all);
  }

  @Override
  public boolean move(Campaign from, String to, String reason, String by, Instant now) {
    return together(
        List.of(
            moves.moved(from, to, reason, now),
            moves.noted(from, Change.moved(from, to, reason, by, now))));
  }

  @Override
  public boolean cancel(Campaign from, String by, Instant now) {
    var all = new ArrayList<TransactWriteItem>();
    all.add(moves.cancelled(from, now));
    all.add(moves.noted(from, Change.moved(from, "cancelled", "", by, now)));
    from.startedAt().ifPresent(it -> all.add(writes.gone(DynamoArchiveItem.key(from.id(), it))));
    return together(all);
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
    for (var item : query("pk = :pk", Map.of(":pk", text(DynamoCampaignItem.OPEN)))) {
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

  private List<Map<String, AttributeValue>> query(
      String condition, Map<String, AttributeValue> values) {
    return dynamo
        .queryPaginator(
            query ->
                query
                    .tableName(table)
                    .consistentRead(true)
                    .keyConditionExpression(condition)
                    .expressionAttributeValues(values))
        .items()
        .stream()
        .toList();
  }

  private boolean together(List<TransactWriteItem> items) {
    return DynamoConditions.holdTogether(
        token ->
            dynamo.transactWriteItems(
                transaction -> transaction.clientRequestToken(token).transactItems(items)));
  }
}
