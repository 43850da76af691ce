package clipdesk.newsletters.deliveries;

import static clipdesk.common.aws.DynamoValues.number;
import static clipdesk.common.aws.DynamoValues.text;
import static clipdesk.newsletters.deliveries.DynamoDeliveryItem.key;

import clipdesk.common.aws.DynamoConditions;
import clipdesk.common.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * A row in the ledger together with the tallies, in one transaction where both change: their
 * numbers add up at every moment.
 */
public final class DynamoDeliveryChanges implements DeliveryChanges {
  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoDeliveryChanges(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public boolean replace(Delivery seen, Delivery then) {
    var row = changed(seen, then);
    var writes = new ArrayList<TransactWriteItem>();
    writes.add(TransactWriteItem.builder().update(row).build());
    if (seen.known().counted()) {
      writes.addAll(tallies(List.of(new Change(seen, then))));
    }
    if (seen.is(DeliveryState.PARKED) && !then.is(DeliveryState.PARKED)) {
      writes.add(
          TransactWriteItem.builder()
              .delete(it -> it.tableName(table).key(DynamoDeliveryItem.parked(seen.id())))
              .build());
    }
    return writes.size() > 1 ? write(writes) : DynamoConditions.hold(() -> update(row));
  }

  private void update(Update row) {
    dynamo.updateItem(
        it ->
            it.tableName(table)
                .key(row.key())
                .updateExpression(row.updateExpression())
                .conditionExpression(row.conditionExpression())
                .expressionAttributeNames(row.expressionAttributeNames())
                .expressionAttributeValues(row.expressionAttributeValues()));
  }

  private Update changed(Delivery seen, Delivery then) {
    var sets = new ArrayList<String>();
    var names = new TreeMap<String, String>();
    var values = new HashMap<String, AttributeValue>();
    DynamoDeliveryItem.changed(then)
        .forEach(
            (name, value) -> {
              names.put("#" + name, name);
              values.put(":" + name, value);
              sets.add("#" + name + " = :" + name);
            });
    var freed =
        seen.claim().isPresent() && then.claim().isEmpty()
            ? " REMOVE claimId, claimedAt, requeues, tries"
            : "";
    return as(seen, names, values)
        .key(key(seen.id()))
        .updateExpression("SET " + String.join(", ", sets) + freed)
        .build();
  }

  /** On the condition that the row is still as it was read. */
  private Update.Builder as(
      Delivery seen, Map<String, String> names, Map<String, AttributeValue> values) {
    names.put("#state", "state");
    names.put("#version", "version");
    values.put(":seenState", text(seen.state().name()));
    long version = seen.known().version();
    if (version > 0) {
      values.put(":seenVersion", number(version));
    }
    seen.claim().ifPresent(it -> values.put(":seenClaim", text(it.id())));
    return Update.builder()
        .tableName(table)
        .expressionAttributeNames(names)
        .expressionAttributeValues(values)
        .conditionExpression(
            "#state = :seenState"
                + (version > 0
                    ? " AND #version = :seenVersion"
                    : " AND attribute_not_exists(#version)")
                + (seen.claim().isPresent()
                    ? " AND claimId = :seenClaim"
                    : " AND attribute_not_exists(claimId)")
                + (seen.known().counted()
                    ? " AND attribute_not_exists(openKey)"
                    : " AND attribute_exists(openKey)"));
  }

  @Override
  public boolean count(List<Delivery> closed) {
    var writes = new ArrayList<TransactWriteItem>();
    closed.forEach(
        row ->
            writes.add(
                TransactWriteItem.builder()
                    .update(
                        as(row, new HashMap<>(), new HashMap<>())
                            .key(key(row.id()))
                            .updateExpression("REMOVE openKey")
                            .build())
                    .build()));
    writes.addAll(tallies(closed.stream().map(Change::of).toList()));
    return write(writes);
  }

  private record Change(Delivery row, Tally by) {
    Change(Delivery seen, Delivery then) {
      this(then, Tally.of(then).minus(Tally.of(seen)));
    }

    static Change of(Delivery closed) {
      return new Change(closed, Tally.of(closed));
    }
  }

  private List<TransactWriteItem> tallies(List<Change> changes) {
    var byKey = new HashMap<Map<String, AttributeValue>, Tally>();
    for (var change : changes) {
      byKey.merge(DynamoDeliveryItem.tally(change.row().id()), change.by(), Tally::plus);
      change
          .row()
          .claim()
          .ifPresent(
              claim ->
                  byKey.merge(
                      DynamoDeliveryItem.slot(change.row().id().campaignId(), claim.at()),
                      change.by().ofNeighbours(),
                      Tally::plus));
    }
    return byKey.entrySet().stream()
        .filter(it -> it.getValue().counts().values().stream().anyMatch(many -> many != 0))
        .map(it -> added(it.getKey(), it.getValue()))
        .toList();
  }

  private TransactWriteItem added(Map<String, AttributeValue> key, Tally tally) {
    var names = new TreeMap<String, String>();
    var values = new HashMap<String, AttributeValue>();
    var adds = new ArrayList<String>();
    new TreeMap<>(tally.counts())
        .forEach(
            (name, many) -> {
              int number = adds.size();
              names.put("#n" + number, name);
              values.put(":n" + number, number(many));
              adds.add("#n%d :n%d".formatted(number, number));
            });
    return TransactWriteItem.builder()
        .update(
            it ->
                it.tableName(table)
                    .key(key)
                    .updateExpression(adds.stream().collect(Collectors.joining(", ", "ADD ", "")))
                    .expressionAttributeNames(names)
                    .expressionAttributeValues(values))
        .build();
  }

  @Override
  public void duplicate(DeliveryId id, String messageId, Instant now) {
    dynamo.updateItem(
        update ->
            update
                .tableName(table)
                .key(DynamoDeliveryItem.duplicate(id))
                .updateExpression("SET #at = if_not_exists(#at, :now) ADD messageIds :ids")
                .expressionAttributeNames(Map.of("#at", "at"))
                .expressionAttributeValues(
                    Map.of(
                        ":now", text(Json.instant(now)),
                        ":ids", AttributeValue.fromSs(List.of(messageId)))));
  }

  private boolean write(List<TransactWriteItem> writes) {
    return DynamoConditions.holdTogether(
        token ->
            dynamo.transactWriteItems(
                transaction -> transaction.clientRequestToken(token).transactItems(writes)));
  }
}
