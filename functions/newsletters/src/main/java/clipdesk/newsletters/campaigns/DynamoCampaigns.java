package clipdesk.newsletters.campaigns;

import static clipdesk.common.aws.DynamoValues.number;
import static clipdesk.common.aws.DynamoValues.text;

import clipdesk.common.json.Json;
import clipdesk.common.json.Members;
import clipdesk.common.localisation.Language;
import clipdesk.common.stored.DynamoRow;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** {@code CAMP#id / META}, {@code CAMP#id / SEG#bucket}; audiences as subscribers keep them. */
public final class DynamoCampaigns implements Campaigns {
  private static final String CAMPAIGNS = "campaigns";
  private static final Set<String> STATES =
      Set.of("draft", "scheduled", "sending", "paused", "sent", "cancelled");

  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoCampaigns(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public boolean create(Campaign campaign, String bodyHash) {
    var item = new HashMap<>(meta(campaign.id()));
    item.put("name", text(campaign.name()));
    item.put("topic", text(campaign.topic()));
    item.put("state", text(campaign.state()));
    item.put("version", number(campaign.version()));
    item.put("revision", number(campaign.revision()));
    item.put("testedRevision", number(0));
    item.put("content", text(campaign.contentJson()));
    item.put("bodyHash", text(bodyHash));
    item.put("dueKey", text("CAMPAIGN"));
    item.put("dueAt", text(campaign.id()));
    try {
      dynamo.putItem(
          put -> put.tableName(table).item(item).conditionExpression("attribute_not_exists(pk)"));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  @Override
  public Optional<Campaign> find(String id) {
    return item(id).flatMap(DynamoCampaigns::readable);
  }

  @Override
  public Optional<Campaign> expect(String id) {
    return item(id).map(DynamoRow::of).map(DynamoCampaigns::parse);
  }

  private Optional<Map<String, AttributeValue>> item(String id) {
    var item =
        dynamo.getItem(get -> get.tableName(table).key(meta(id)).consistentRead(true)).item();
    return item.isEmpty() ? Optional.empty() : Optional.of(item);
  }

  @Override
  public Optional<String> bodyHash(String id) {
    return item(id).flatMap(item -> DynamoRow.read(CAMPAIGNS, item, it -> it.text("bodyHash")));
  }

  @Override
  public List<Campaign> all() {
    return dynamo
        .query(
            query ->
                query
                    .tableName(table)
                    .indexName("due")
                    .keyConditionExpression("dueKey = :all")
                    .expressionAttributeValues(Map.of(":all", text("CAMPAIGN"))))
        .items()
        .stream()
        .map(DynamoCampaigns::readable)
        .flatMap(Optional::stream)
        .toList();
  }

  @Override
  public boolean move(Campaign from, String to, Instant now) {
    return holds(
        update(meta(from.id()))
            .updateExpression(
                "SET #state = :to, startedAt = if_not_exists(startedAt, :now) ADD #version :one")
            .conditionExpression("#state = :from AND #version = :version")
            .expressionAttributeNames(Map.of("#state", "state", "#version", "version"))
            .expressionAttributeValues(
                Map.of(
                    ":to", text(to),
                    ":from", text(from.state()),
                    ":now", text(Json.instant(now)),
                    ":one", number(1),
                    ":version", number(from.version()))));
  }

  @Override
  public void tested(String id, long revision) {
    holds(
        update(meta(id))
            .updateExpression("SET testedRevision = :revision")
            .conditionExpression("revision = :revision")
            .expressionAttributeValues(Map.of(":revision", number(revision))));
  }

  @Override
  public void planned(String id, String bucket, long rows) {
    var item = new HashMap<>(key("CAMP#" + id, "SEG#" + bucket));
    item.put("phase", text("planned"));
    item.put("rows", number(rows));
    dynamo.putItem(put -> put.tableName(table).item(item));
  }

  @Override
  public int plannedBuckets(String id) {
    return query("CAMP#" + id, "SEG#").size();
  }

  @Override
  public List<String> audience(String topic, String bucket, Instant before) {
    return query("TOPIC#" + topic + "#" + bucket, "SUB#").stream()
        .filter(item -> since(item).filter(before::isAfter).isPresent())
        .map(item -> item.get("sk").s().substring("SUB#".length()))
        .toList();
  }

  private List<Map<String, AttributeValue>> query(String pk, String prefix) {
    return dynamo.queryPaginator(rows(table, pk, prefix)).items().stream().toList();
  }

  /** All rows of a partition whose sort key begins so. */
  static QueryRequest rows(String table, String pk, String prefix) {
    return QueryRequest.builder()
        .tableName(table)
        .consistentRead(true)
        .keyConditionExpression("pk = :pk AND begins_with(sk, :prefix)")
        .expressionAttributeValues(Map.of(":pk", text(pk), ":prefix", text(prefix)))
        .build();
  }

  private UpdateItemRequest.Builder update(Map<String, AttributeValue> key) {
    return UpdateItemRequest.builder().tableName(table).key(key);
  }

  /** Whether the condition held; a row that has moved on meanwhile has the last word. */
  private boolean holds(UpdateItemRequest.Builder update) {
    try {
      dynamo.updateItem(update.build());
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  private static Optional<Instant> since(Map<String, AttributeValue> membership) {
    return DynamoRow.read("memberships", membership, it -> it.instant("since"));
  }

  private static Optional<Campaign> readable(Map<String, AttributeValue> item) {
    return DynamoRow.read(CAMPAIGNS, item, DynamoCampaigns::parse);
  }

  private static Campaign parse(Members row) {
    var content = Members.read(row.text("content"));
    for (var language : Language.values()) {
      var texts = content.object(language.tag());
      texts.text("subject");
      texts.text("bodyMarkdown");
    }
    return new Campaign(
        row.text("pk").substring("CAMP#".length()),
        row.text("name"),
        row.text("topic"),
        row.text("state", state -> Optional.of(state).filter(STATES::contains)),
        row.number("version", 1),
        row.number("revision", 1),
        row.number("testedRevision", 0),
        content.all());
  }

  private static Map<String, AttributeValue> meta(String id) {
    return key("CAMP#" + id, "META");
  }

  private static Map<String, AttributeValue> key(String pk, String sk) {
    return Map.of("pk", text(pk), "sk", text(sk));
  }
}
