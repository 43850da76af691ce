package clipdesk.newsletters.subscriptions;

import static clipdesk.common.aws.DynamoValues.text;
import static java.util.stream.Collectors.joining;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.aws.DynamoConditions;
import clipdesk.common.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.core.util.DefaultSdkAutoConstructMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * {@code ADDR#key / ADDR}: whose an address is, and whether it must not be written to. The second
 * outlives the first.
 */
final class DynamoAddresses {
  private final DynamoDbClient dynamo;
  private final String table;
  private final Keyed keyed;

  DynamoAddresses(DynamoDbClient dynamo, String table, Keyed keyed) {
    this.dynamo = dynamo;
    this.table = table;
    this.keyed = keyed;
  }

  DynamoAddress find(EmailAddress email) {
    var keys = keyed.addresses(email);
    return new DynamoAddress(keys, keys.size() == 1 ? List.of(row(keys.getFirst())) : rows(keys));
  }

  /** At one moment: between two reads, what stands under one key may be brought under another. */
  private List<Map<String, AttributeValue>> rows(List<String> addressKeys) {
    var reads =
        addressKeys.stream()
            .map(DynamoAddresses::key)
            .map(key -> TransactGetItem.builder().get(it -> it.tableName(table).key(key)).build())
            .toList();
    var answer = new AtomicReference<TransactGetItemsResponse>();
    DynamoConditions.refusals(
        () -> answer.set(dynamo.transactGetItems(get -> get.transactItems(reads))));
    return answer.get().responses().stream().map(ItemResponse::item).toList();
  }

  private Map<String, AttributeValue> row(String addressKey) {
    return dynamo
        .getItem(get -> get.tableName(table).key(key(addressKey)).consistentRead(true))
        .item();
  }

  Optional<String> holder(String addressKey) {
    return new DynamoAddress(List.of(addressKey), List.of(row(addressKey))).holder();
  }

  /**
   * Takes an address, if it is as it was read, and brings what stands under older keys under the
   * one to work with.
   *
   * @param suppressed why it must not be written to, if that is so from now on
   */
  List<TransactWriteItem> take(
      DynamoAddress address, String subscriberId, Optional<String> suppressed) {
    var writes = new ArrayList<TransactWriteItem>();
    writes.add(hold(address, subscriberId, suppressed));
    for (int i = 1; i < address.keys().size(); i++) {
      writes.add(give(key(address.keys().get(i)), address.rows().get(i)));
    }
    return writes;
  }

  private TransactWriteItem hold(DynamoAddress address, String id, Optional<String> suppressed) {
    var values = new HashMap<String, AttributeValue>();
    var condition = asRead(address.rows().getFirst(), values);
    var set = new TreeMap<>(address.suppression());
    suppressed.ifPresent(it -> set.put(DynamoAddress.SUPPRESSED, text(it)));
    set.put("sid", text(id));
    set.forEach((name, value) -> values.put(":" + name, value));
    var assignments = set.keySet().stream().map(it -> it + " = :" + it).collect(joining(", "));
    return TransactWriteItem.builder()
        .update(
            it ->
                it.tableName(table)
                    .key(key(address.keys().getFirst()))
                    .updateExpression("SET " + assignments)
                    .conditionExpression(condition)
                    .expressionAttributeValues(values))
        .build();
  }

  /** Of an older key; where nothing is, nothing must come meanwhile. */
  private TransactWriteItem give(Map<String, AttributeValue> key, Map<String, AttributeValue> row) {
    var values = new HashMap<String, AttributeValue>();
    var condition = asRead(row, values);
    return row.isEmpty()
        ? TransactWriteItem.builder()
            .conditionCheck(it -> it.tableName(table).key(key).conditionExpression(condition))
            .build()
        : delete(key, condition, values);
  }

  /** A row with neither attribute is asked for both to be missing, and an empty map is refused. */
  private TransactWriteItem delete(
      Map<String, AttributeValue> key, String condition, Map<String, AttributeValue> values) {
    return TransactWriteItem.builder()
        .delete(
            it ->
                it.tableName(table)
                    .key(key)
                    .conditionExpression(condition)
                    .expressionAttributeValues(
                        values.isEmpty() ? DefaultSdkAutoConstructMap.getInstance() : values))
        .build();
  }

  private static String asRead(
      Map<String, AttributeValue> row, Map<String, AttributeValue> values) {
    return same("sid", row, values) + " AND " + same(DynamoAddress.SUPPRESSED, row, values);
  }

  private static String same(
      String name, Map<String, AttributeValue> row, Map<String, AttributeValue> values) {
    if (!row.containsKey(name)) {
      return "attribute_not_exists(" + name + ")";
    }
    values.put(":old_" + name, row.get(name));
    return name + " = :old_" + name;
  }

  /** Of a transaction: what leads to who had it, but for a suppression. */
  List<TransactWriteItem> leave(DynamoAddress address, String subscriberId) {
    var writes = new ArrayList<TransactWriteItem>();
    for (int i = 0; i < address.keys().size(); i++) {
      var row = address.rows().get(i);
      if (text(subscriberId).equals(row.get("sid"))) {
        writes.add(leave(key(address.keys().get(i)), row));
      }
    }
    return writes;
  }

  private TransactWriteItem leave(
      Map<String, AttributeValue> key, Map<String, AttributeValue> row) {
    var values = new HashMap<String, AttributeValue>();
    var condition = asRead(row, values);
    return row.containsKey(DynamoAddress.SUPPRESSED)
        ? TransactWriteItem.builder()
            .update(
                it ->
                    it.tableName(table)
                        .key(key)
                        .updateExpression("REMOVE sid")
                        .conditionExpression(condition)
                        .expressionAttributeValues(values))
            .build()
        : delete(key, condition, values);
  }

  /** Of a transaction, or alone: whoever's address it is. */
  TransactWriteItem suppress(String addressKey, String reason, Instant now) {
    return TransactWriteItem.builder()
        .update(
            it ->
                it.tableName(table)
                    .key(key(addressKey))
                    .updateExpression("SET suppressed = :reason, suppressedAt = :now")
                    .expressionAttributeValues(
                        Map.of(":reason", text(reason), ":now", text(Json.instant(now)))))
        .build();
  }

  /** What the key leads to is somebody else's by now, or it is let go of; a suppression stays. */
  void release(String addressKey, String subscriberId) {
    var holder = Map.of(":sid", text(subscriberId));
    boolean gone =
        DynamoConditions.hold(
            () ->
                dynamo.deleteItem(
                    it ->
                        it.tableName(table)
                            .key(key(addressKey))
                            .conditionExpression("sid = :sid AND attribute_not_exists(suppressed)")
                            .expressionAttributeValues(holder)));
    if (!gone) {
      DynamoConditions.hold(
          () ->
              dynamo.updateItem(
                  it ->
                      it.tableName(table)
                          .key(key(addressKey))
                          .updateExpression("REMOVE sid")
                          .conditionExpression("sid = :sid")
                          .expressionAttributeValues(holder)));
    }
  }

  void lift(EmailAddress email) {
    for (var addressKey : keyed.addresses(email)) {
      DynamoConditions.hold(
          () ->
              dynamo.updateItem(
                  it ->
                      it.tableName(table)
                          .key(key(addressKey))
                          .updateExpression("REMOVE suppressed, suppressedAt")
                          .conditionExpression("attribute_exists(suppressed)")));
    }
  }

  static Map<String, AttributeValue> key(String addressKey) {
    return Map.of("pk", text(Keyed.partition(addressKey)), "sk", text("ADDR"));
  }
}
