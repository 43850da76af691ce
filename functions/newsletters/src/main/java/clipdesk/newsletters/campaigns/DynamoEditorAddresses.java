package clipdesk.newsletters.campaigns;

import static clipdesk.common.aws.DynamoValues.text;
import static clipdesk.common.aws.DynamoValues.time;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.aws.DynamoConditions;
import clipdesk.common.localisation.Language;
import clipdesk.common.stored.DynamoRow;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** {@code EDITOR#account / EDITOR}. */
public final class DynamoEditorAddresses implements EditorAddresses {
  private static final Duration LIFE = Duration.ofDays(400);

  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoEditorAddresses(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public void note(String accountId, EmailAddress email, Language language, Instant now) {
    var item = new HashMap<>(key(accountId));
    item.put("email", text(email.text()));
    item.put("language", text(language.tag()));
    item.put("ttl", time(now.plus(LIFE)));
    dynamo.putItem(put -> put.tableName(table).item(item));
  }

  @Override
  public Optional<Known> find(String accountId) {
    var item =
        dynamo.getItem(get -> get.tableName(table).key(key(accountId)).consistentRead(true)).item();
    return item.isEmpty()
        ? Optional.empty()
        : DynamoRow.read(
            DynamoCampaignItem.STORE,
            item,
            row ->
                new Known(
                    row.text("email", EmailAddress::of), row.text("language", Language::ofTag)));
  }

  @Override
  public void move(String accountId, EmailAddress to) {
    DynamoConditions.hold(
        () ->
            dynamo.updateItem(
                update ->
                    update
                        .tableName(table)
                        .key(key(accountId))
                        .updateExpression("SET email = :to")
                        .conditionExpression("attribute_exists(pk)")
                        .expressionAttributeValues(Map.of(":to", text(to.text())))));
  }

  @Override
  public void forget(String accountId) {
    dynamo.deleteItem(delete -> delete.tableName(table).key(key(accountId)));
  }

  private static Map<String, AttributeValue> key(String accountId) {
    return DynamoCampaignItem.key("EDITOR#" + accountId, "EDITOR");
  }
}
