package clipdesk.newsletters.subscriptions;

import static clipdesk.common.aws.DynamoValues.text;
import static clipdesk.common.aws.DynamoValues.time;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.aws.DynamoConditions;
import clipdesk.common.json.Json;
import clipdesk.common.json.Members;
import clipdesk.common.localisation.Language;
import clipdesk.common.stored.DynamoRow;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** {@code CONFIRM#hash / CONFIRM}, and {@code ADDR#key / CONFIRM#hash} that leads to it. */
public final class DynamoConfirmations implements Confirmations {
  private static final String CONFIRM = "CONFIRM#";

  private final DynamoDbClient dynamo;
  private final String table;
  private final Keyed keyed;

  public DynamoConfirmations(DynamoDbClient dynamo, String table, Keyed keyed) {
    this.dynamo = dynamo;
    this.table = table;
    this.keyed = keyed;
  }

  @Override
  public void put(String tokenHash, Confirmation confirmation, Instant expiresAt) {
    var item = new HashMap<>(confirmation(tokenHash));
    item.put("email", text(confirmation.email().text()));
    item.put("topics", text(String.join(",", confirmation.topics())));
    item.put("language", text(confirmation.language().tag()));
    item.put("textVersion", text(confirmation.textVersion()));
    item.put("askedAt", text(Json.instant(confirmation.askedAt())));
    item.put("expiresAt", text(Json.instant(expiresAt)));
    item.put("ttl", time(expiresAt));
    // Found by its address alone, and only to be forgotten.
    var asked = new HashMap<>(asked(keyed.address(confirmation.email()), tokenHash));
    asked.put("ttl", item.get("ttl"));
    dynamo.transactWriteItems(write -> write.transactItems(put(item), put(asked)));
  }

  @Override
  public Optional<Confirmation> find(String tokenHash, Instant now) {
    var item = item(tokenHash);
    return item.isEmpty()
        ? Optional.empty()
        : DynamoRow.read("subscribers", item, row -> read(row, now)).flatMap(Function.identity());
  }

  private Map<String, AttributeValue> item(String tokenHash) {
    return dynamo
        .getItem(get -> get.tableName(table).key(confirmation(tokenHash)).consistentRead(true))
        .item();
  }

  private static Optional<Confirmation> read(Members row, Instant now) {
    var confirmation =
        new Confirmation(
            row.text("email", EmailAddress::of),
            List.of(row.text("topics").split(",", -1)),
            Language.ofTag(row.text("language")).orElse(Language.EN),
            row.text("textVersion"),
            row.instant("askedAt"));
    return Optional.of(confirmation).filter(_ -> now.isBefore(row.instant("expiresAt")));
  }

  @Override
  public boolean unused(String tokenHash) {
    var item = item(tokenHash);
    return !item.isEmpty() && !item.containsKey("usedAt");
  }

  @Override
  public void use(String tokenHash, Instant now) {
    DynamoConditions.hold(
        () ->
            dynamo.updateItem(
                update ->
                    update
                        .tableName(table)
                        .key(confirmation(tokenHash))
                        .updateExpression("SET usedAt = :now")
                        .conditionExpression(
                            "attribute_exists(pk) AND attribute_not_exists(usedAt)")
                        .expressionAttributeValues(Map.of(":now", text(Json.instant(now))))));
  }

  @Override
  public void forget(EmailAddress email) {
    keyed.addresses(email).forEach(this::forget);
  }

  @Override
  public void forget(String addressKey) {
    for (var asked : askedOf(addressKey)) {
      var hash = asked.get("sk").s().substring(CONFIRM.length());
      // The row that leads to the other goes last: a repetition finds what is left.
      delete(confirmation(hash));
      delete(asked(addressKey, hash));
    }
  }

  private List<Map<String, AttributeValue>> askedOf(String addressKey) {
    return dynamo
        .queryPaginator(
            query ->
                query
                    .tableName(table)
                    .consistentRead(true)
                    .keyConditionExpression("pk = :pk AND begins_with(sk, :confirm)")
                    .expressionAttributeValues(
                        Map.of(
                            ":pk", text(Keyed.partition(addressKey)), ":confirm", text(CONFIRM))))
        .items()
        .stream()
        .toList();
  }

  private void delete(Map<String, AttributeValue> key) {
    dynamo.deleteItem(delete -> delete.tableName(table).key(key));
  }

  private TransactWriteItem put(Map<String, AttributeValue> item) {
    return TransactWriteItem.builder().put(it -> it.tableName(table).item(item)).build();
  }

  private static Map<String, AttributeValue> confirmation(String tokenHash) {
    return key(CONFIRM + tokenHash, "CONFIRM");
  }

  private static Map<String, AttributeValue> asked(String addressKey, String tokenHash) {
    return key(Keyed.partition(addressKey), CONFIRM + tokenHash);
  }

  private static Map<String, AttributeValue> key(String pk, String sk) {
    return Map.of("pk", text(pk), "sk", text(sk));
  }
}
