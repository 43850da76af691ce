package clipdesk.newsletters.subscriptions;

import static clipdesk.common.aws.DynamoValues.text;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.aws.DynamoConditions;
import clipdesk.common.json.Json;
import clipdesk.common.stored.DynamoRow;
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

  /**
   * What is known of an address.
   *
   * @param rows under each key of the ring, the one to work with first; an empty one is none
   */
  record Address(List<String> keys, List<Map<String, AttributeValue>> rows) {
    Optional<String> holder() {
      return rows.stream()
          .flatMap(row -> DynamoRow.read("subscribers", row, it -> it.optionalText("sid")).stream())
          .flatMap(Optional::stream)
          .findFirst();
    }

    Optional<String> suppressed() {
      return rows.stream()
          .flatMap(row -> Optional.ofNullable(row.get("suppressed")).stream())
          .map(AttributeValue::s)
          .findFirst();
    }
  }

  Address find(EmailAddress email) {
    var keys = keyed.addresses(email);
    return new Address(keys, keys.stream().map(this::row).toList());
  }

  private Map<String, AttributeValue> row(String addressKey) {
    return dynamo
        .getItem(get -> get.tableName(table).key(key(addressKey)).consistentRead(true))
        .item();
  }

  Optional<String> holder(String addressKey) {
    return new Address(List.of(addressKey), List.of(row(addressKey))).holder();
  }

  /**
   * Takes an address, if it is as it was read.
   *
   * @param suppressed why it must not be written to, if that is so from now on
   */
  List<TransactWriteItem> take(Address address, String subscriberId, Optional<String> suppressed) {
    var writes = new ArrayList<TransactWriteItem>();
    for (int i = 0; i < address.keys().size(); i++) {
      var key = key(address.keys().get(i));
      var values = new HashMap<String, AttributeValue>();
      var condition = asRead(address.rows().get(i), values);
      if (i == 0) {
        values.put(":sid", text(subscriberId));
        suppressed.ifPresent(it -> values.put(":suppressed", text(it)));
        var assignment = suppressed.isPresent() ? ", suppressed = :suppressed" : "";
        writes.add(
            TransactWriteItem.builder()
                .update(
                    it ->
                        it.tableName(table)
                            .key(key)
                            .updateExpression("SET sid = :sid" + assignment)
                            .conditionExpression(condition)
                            .expressionAttributeValues(values))
                .build());
      } else {
        writes.add(
            TransactWriteItem.builder()
                .conditionCheck(
                    it -> {
                      it.tableName(table).key(key).conditionExpression(condition);
                      if (!values.isEmpty()) {
                        it.expressionAttributeValues(values);
                      }
                    })
                .build());
      }
    }
    return writes;
  }

  private static String asRead(
      Map<String, AttributeValue> row, Map<String, AttributeValue> values) {
    return same("sid", row, values) + " AND " + same("suppressed", row, values);
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
  List<TransactWriteItem> leave(Address address, String subscriberId) {
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
    return row.containsKey("suppressed")
        ? TransactWriteItem.builder()
            .update(
                it ->
                    it.tableName(table)
                        .key(key)
                        .updateExpression("REMOVE sid")
                        .conditionExpression(condition)
                        .expressionAttributeValues(values))
            .build()
        : TransactWriteItem.builder()
            .delete(
                it ->
                    it.tableName(table)
                        .key(key)
                        .conditionExpression(condition)
                        .expressionAttributeValues(values))
            .build();
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
