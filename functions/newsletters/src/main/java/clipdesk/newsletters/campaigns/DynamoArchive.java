package clipdesk.newsletters.campaigns;

import static clipdesk.common.aws.DynamoValues.text;

import clipdesk.common.aws.DynamoConditions;
import clipdesk.common.aws.DynamoPages;
import clipdesk.common.localisation.Language;
import clipdesk.common.stored.DynamoRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** {@link DynamoArchiveItem}s, and what was frozen of a campaign. */
public final class DynamoArchive implements Archive {
  private final DynamoDbClient dynamo;
  private final String table;
  private final DynamoWrites writes;
  private final DynamoMoves moves;

  public DynamoArchive(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
    this.writes = new DynamoWrites(table);
    this.moves = new DynamoMoves(table);
  }

  @Override
  public Page page(Optional<String> topic, Optional<String> after, int limit) {
    var values = new HashMap<>(Map.of(":archive", text(DynamoArchiveItem.ARCHIVE)));
    topic.ifPresent(it -> values.put(":topic", text(it)));
    var query =
        QueryRequest.builder()
            .tableName(table)
            .scanIndexForward(false)
            .keyConditionExpression("pk = :archive")
            .expressionAttributeValues(values)
            .limit(limit)
            .exclusiveStartKey(
                DynamoPages.from(
                    after.map(it -> DynamoCampaignItem.key(DynamoArchiveItem.ARCHIVE, it))));
    topic.ifPresent(_ -> query.filterExpression("topic = :topic"));
    var answer = dynamo.query(query.build());
    var items =
        answer.items().stream()
            .map(it -> DynamoRow.read(DynamoArchiveItem.STORE, it, DynamoArchiveItem::read))
            .flatMap(Optional::stream)
            .toList();
    return new Page(items, DynamoPages.next(answer.lastEvaluatedKey()).map(it -> it.get("sk").s()));
  }

  @Override
  public Optional<Sent> find(String id, Language language) {
    var campaign =
        item(DynamoCampaignItem.meta(id))
            .flatMap(
                it -> DynamoRow.read(DynamoCampaignItem.STORE, it, DynamoCampaignItem::campaign))
            .filter(it -> it.startedAt().isPresent());
    return campaign.flatMap(
        it ->
            item(DynamoCampaignItem.letterKey(id, language))
                .flatMap(
                    row ->
                        DynamoRow.read(DynamoCampaignItem.STORE, row, DynamoCampaignItem::letter))
                .map(letter -> new Sent(it, letter)));
  }

  private Optional<Map<String, AttributeValue>> item(Map<String, AttributeValue> key) {
    var item = dynamo.getItem(get -> get.tableName(table).key(key)).item();
    return item.isEmpty() ? Optional.empty() : Optional.of(item);
  }

  @Override
  public boolean list(Campaign from, boolean listed, String by, Instant now) {
    var act = listed ? Change.Act.LISTED : Change.Act.KEPT_OUT;
    var all = new ArrayList<TransactWriteItem>();
    all.add(listed ? moves.listed(from) : moves.keptOut(from, now));
    all.add(moves.noted(from, Change.of(from, act, by, now)));
    from.startedAt().ifPresent(it -> all.add(listed ? put(from, it) : taken(from, it)));
    return together(all);
  }

  private TransactWriteItem put(Campaign campaign, Instant sentAt) {
    var letters =
        dynamo
            .query(
                query ->
                    query
                        .tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pk AND begins_with(sk, :letter)")
                        .expressionAttributeValues(
                            Map.of(
                                ":pk", DynamoCampaignItem.meta(campaign.id()).get("pk"),
                                ":letter", text(DynamoCampaignItem.LETTER))))
            .items();
    var frozen =
        DynamoCampaignItem.letters(letters.stream().map(DynamoRow::of).toList())
            .orElseThrow(() -> new IllegalStateException("Nothing is frozen to be listed"));
    return writes.put(DynamoArchiveItem.of(campaign, frozen, sentAt));
  }

  private TransactWriteItem taken(Campaign campaign, Instant sentAt) {
    return writes.gone(DynamoArchiveItem.key(campaign.id(), sentAt));
  }

  private boolean together(List<TransactWriteItem> items) {
    return DynamoConditions.holdTogether(
        token ->
            dynamo.transactWriteItems(
                transaction -> transaction.clientRequestToken(token).transactItems(items)));
  }
}
