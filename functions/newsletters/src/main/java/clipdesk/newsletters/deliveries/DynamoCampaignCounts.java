package clipdesk.newsletters.deliveries;

import static clipdesk.common.aws.DynamoValues.number;
import static clipdesk.common.aws.DynamoValues.text;

import clipdesk.common.json.Json;
import clipdesk.common.stored.DynamoRow;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * {@code CAMP#id} / {@code TALLY#bucket}, {@code SLOT#instant}, {@code DUP#subscriber}, {@code
 * DONE} and {@code PULSE}.
 */
public final class DynamoCampaignCounts implements CampaignCounts {
  private static final AttributeValue NOTHING = AttributeValue.fromM(Map.of());

  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoCampaignCounts(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Map<String, Tally> tallies(String campaignId) {
    var tallies = new TreeMap<String, Tally>();
    query(
            "begins_with(sk, :tally)",
            Map.of(":pk", pk(campaignId), ":tally", text(DynamoDeliveryItem.TALLY)))
        .forEach(
            item ->
                tallies.put(
                    item.get("sk").s().substring(DynamoDeliveryItem.TALLY.length()), tally(item)));
    return tallies;
  }

  private static Tally tally(Map<String, AttributeValue> item) {
    var counts = new HashMap<String, Long>();
    item.forEach(
        (name, value) ->
            Optional.ofNullable(value.n()).ifPresent(it -> counts.put(name, Long.parseLong(it))));
    return new Tally(counts);
  }

  @Override
  public Evidence evidence(String campaignId, Instant claimedAt) {
    var around =
        query(
                "sk BETWEEN :from AND :to",
                Map.of(
                    ":pk", pk(campaignId),
                    ":from", slot(campaignId, claimedAt.minus(Evidence.AROUND)),
                    ":to", slot(campaignId, claimedAt.plus(Evidence.AROUND))))
            .stream()
            .map(DynamoCampaignCounts::tally)
            .reduce(Tally.none(), Tally::plus);
    return new Evidence(around.taken(), around.heard());
  }

  private static AttributeValue slot(String campaignId, Instant at) {
    return DynamoDeliveryItem.slot(campaignId, at).get("sk");
  }

  @Override
  public List<Duplicate> duplicates(String campaignId) {
    return query(
            "begins_with(sk, :duplicate)",
            Map.of(":pk", pk(campaignId), ":duplicate", text(DynamoDeliveryItem.DUPLICATE)))
        .stream()
        .map(
            item ->
                new Duplicate(
                    item.get("sk").s().substring(DynamoDeliveryItem.DUPLICATE.length()),
                    item.get("messageIds").ss().stream().sorted().toList(),
                    Instant.parse(item.get("at").s())))
        .toList();
  }

  @Override
  public void addDone(String campaignId, long rows) {
    dynamo.updateItem(
        update ->
            update
                .tableName(table)
                .key(DynamoDeliveryItem.done(campaignId))
                .updateExpression("ADD done :rows")
                .expressionAttributeValues(Map.of(":rows", number(rows))));
  }

  @Override
  public long done(String campaignId) {
    var item =
        dynamo
            .getItem(
                get ->
                    get.tableName(table)
                        .key(DynamoDeliveryItem.done(campaignId))
                        .consistentRead(true))
            .item();
    return item.isEmpty() ? 0 : Long.parseLong(item.get("done").n());
  }

  @Override
  public Optional<Pulse> pulse(String campaignId) {
    var item =
        dynamo
            .getItem(
                get ->
                    get.tableName(table)
                        .key(DynamoDeliveryItem.pulse(campaignId))
                        .consistentRead(true))
            .item();
    return item.isEmpty()
        ? Optional.empty()
        : DynamoRow.read(
            "pulses",
            item,
            row ->
                new Pulse(
                    row.instant("at"),
                    row.number("done", 0),
                    row.number("claimed", 0),
                    row.number("perMinute", 0),
                    Double.parseDouble(item.get("maxSendRate").n()),
                    Set.copyOf(row.texts("told")),
                    tally(item.getOrDefault("judged", NOTHING).m())));
  }

  @Override
  public void beat(String campaignId, Pulse pulse) {
    var item = new HashMap<>(DynamoDeliveryItem.pulse(campaignId));
    item.put("at", text(Json.instant(pulse.at())));
    item.put("done", number(pulse.done()));
    item.put("claimed", number(pulse.claimed()));
    item.put("perMinute", number(pulse.perMinute()));
    item.put("maxSendRate", AttributeValue.fromN(Double.toString(pulse.mailsPerSecond())));
    item.put(
        "told",
        AttributeValue.fromL(pulse.told().stream().sorted().map(AttributeValue::fromS).toList()));
    var judged = new HashMap<String, AttributeValue>();
    pulse.judged().counts().forEach((name, many) -> judged.put(name, number(many)));
    item.put("judged", AttributeValue.fromM(judged));
    dynamo.putItem(put -> put.tableName(table).item(item));
  }

  private static AttributeValue pk(String campaignId) {
    return DynamoDeliveryItem.pulse(campaignId).get("pk");
  }

  private List<Map<String, AttributeValue>> query(
      String range, Map<String, AttributeValue> values) {
    return dynamo
        .queryPaginator(
            query ->
                query
                    .tableName(table)
                    .consistentRead(true)
                    .keyConditionExpression("pk = :pk AND " + range)
                    .expressionAttributeValues(values))
        .items()
        .stream()
        .toList();
  }
}
