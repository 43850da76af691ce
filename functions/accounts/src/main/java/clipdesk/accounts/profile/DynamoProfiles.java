package clipdesk.accounts.profile;

import static clipdesk.common.aws.DynamoValues.names;
import static clipdesk.common.aws.DynamoValues.number;
import static clipdesk.common.aws.DynamoValues.text;
import static clipdesk.common.aws.DynamoValues.time;

import clipdesk.accounts.AccountsConfig;
import clipdesk.accounts.table.DynamoKeys;
import clipdesk.common.aws.DynamoConditions;
import clipdesk.common.json.Members;
import clipdesk.common.stored.DynamoRow;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Profiles as items {@code USER#sub}. */
@Singleton
public final class DynamoProfiles implements Profiles {
  private final DynamoDbClient dynamo;
  private final String table;

  @Inject
  DynamoProfiles(DynamoDbClient dynamo, AccountsConfig config) {
    this(dynamo, config.table());
  }

  public DynamoProfiles(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public void create(
      String sub,
      Optional<String> name,
      Optional<String> outlet,
      String termsVersion,
      Instant now) {
    var item = new HashMap<String, AttributeValue>(DynamoKeys.account(sub));
    item.put("phase", text("ACTIVE"));
    name.ifPresent(value -> item.put("name", text(value)));
    outlet.ifPresent(value -> item.put("outlet", text(value)));
    item.put("termsVersion", text(termsVersion));
    item.put("termsAt", time(now));
    item.put("createdAt", time(now));
    item.put("version", number(1));
    // One that is there was made by a request whose answer got lost.
    DynamoConditions.hold(
        () ->
            dynamo.putItem(
                put ->
                    put.tableName(table)
                        .item(item)
                        .conditionExpression("attribute_not_exists(pk)")));
  }

  @Override
  public Optional<Profile> find(String sub) {
    var item =
        dynamo
            .getItem(get -> get.tableName(table).key(DynamoKeys.account(sub)).consistentRead(true))
            .item();
    return item.isEmpty() ? Optional.empty() : Optional.of(profile(sub, DynamoRow.of(item)));
  }

  private static Profile profile(String sub, Members row) {
    return new Profile(
        sub,
        row.text("phase").equals("ACTIVE"),
        row.optionalText("name"),
        row.optionalText("outlet"),
        row.text("termsVersion"),
        row.second("termsAt"),
        row.second("createdAt"),
        row.number("version", 1),
        // Nothing was ever cut off: every sign-in is later.
        row.optionalSecond("validAfter").orElse(Instant.EPOCH));
  }

  @Override
  public boolean edit(Profile profile, long expectedVersion) {
    var values = new HashMap<String, AttributeValue>();
    values.put(":new", number(expectedVersion + 1));
    values.put(":old", number(expectedVersion));
    values.put(":active", text("ACTIVE"));
    var set = new StringBuilder("SET #version = :new");
    var remove = new StringBuilder();
    place("name", profile.name(), set, remove, values);
    place("outlet", profile.outlet(), set, remove, values);
    return DynamoConditions.hold(
        () ->
            dynamo.updateItem(
                update ->
                    update
                        .tableName(table)
                        .key(DynamoKeys.account(profile.sub()))
                        .updateExpression(
                            set + (remove.isEmpty() ? "" : " REMOVE" + remove.substring(1)))
                        .conditionExpression("#version = :old AND #phase = :active")
                        .expressionAttributeNames(names("version", "phase", "name", "outlet"))
                        .expressionAttributeValues(values)));
  }

  @Override
  public void cutOff(String sub, Instant now) {
    ifThere(
        sub,
        "SET #validAfter = :now",
        Map.of(":now", time(now)),
        "attribute_exists(pk)",
        "validAfter");
  }

  @Override
  public void markDeleting(String sub, Instant now) {
    ifThere(
        sub,
        "SET #phase = :deleting, #todo = :delete, #todoAt = :now",
        Map.of(
            ":deleting", text("DELETING"),
            ":delete", text("DELETE"),
            ":active", text("ACTIVE"),
            ":now", time(now)),
        "#phase = :active",
        "phase",
        "todo",
        "todoAt");
  }

  @Override
  public void remove(String sub) {
    dynamo.deleteItem(delete -> delete.tableName(table).key(DynamoKeys.account(sub)));
  }

  private void ifThere(
      String sub,
      String update,
      Map<String, AttributeValue> values,
      String condition,
      String... names) {
    // Without a row there is nothing to end: a first sign-in makes it.
    DynamoConditions.hold(
        () ->
            dynamo.updateItem(
                request ->
                    request
                        .tableName(table)
                        .key(DynamoKeys.account(sub))
                        .updateExpression(update)
                        .conditionExpression(condition)
                        .expressionAttributeNames(names(names))
                        .expressionAttributeValues(values)));
  }

  private static void place(
      String name,
      Optional<String> value,
      StringBuilder set,
      StringBuilder remove,
      Map<String, AttributeValue> values) {
    if (value.isPresent()) {
      set.append(", #").append(name).append(" = :").append(name);
      values.put(":" + name, text(value.get()));
    } else {
      remove.append(", #").append(name);
    }
  }
}
