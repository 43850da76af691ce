package clipdesk.accounts.verification;

import static clipdesk.common.aws.DynamoValues.names;
import static clipdesk.common.aws.DynamoValues.number;
import static clipdesk.common.aws.DynamoValues.text;
import static clipdesk.common.aws.DynamoValues.time;

import clipdesk.accounts.AccountsConfig;
import clipdesk.accounts.table.DynamoKeys;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** Verifications as items {@code V#hash}; expiry stands in the condition, TTL only tidies up. */
@Singleton
final class DynamoVerifications implements Verifications {
  /** What the sweep finishes if a reset stopped behind the try. */
  private static final String SIGN_OUT = "SIGN_OUT";

  /** How long an item outlives its making; expiry never depends on it. */
  static final Duration KEPT = Duration.ofHours(48);

  private final DynamoDbClient dynamo;
  private final String table;

  DynamoVerifications(DynamoDbClient dynamo, AccountsConfig config) {
    this.dynamo = dynamo;
    this.table = config.table();
  }

  @Override
  public void begin(VerificationId id, Verification it) {
    var item = DynamoVerificationItem.of(it);
    item.putAll(pk(id));
    item.put("ttl", time(it.createdAt().plus(KEPT)));
    dynamo.putItem(
        put -> put.tableName(table).item(item).conditionExpression("attribute_not_exists(pk)"));
  }

  @Override
  public void issued(VerificationId id, String username, boolean decoy, Instant sentAt) {
    dynamo.updateItem(
        update ->
            update
                .tableName(table)
                .key(pk(id))
                .updateExpression(
                    "SET #phase = :pending, #username = :u, #decoy = :d, #sentAt = :t,"
                        + " #expiresAt = :e, #tries = :zero")
                .conditionExpression("#phase = :issuing")
                .expressionAttributeNames(
                    names("phase", "username", "decoy", "sentAt", "expiresAt", "tries"))
                .expressionAttributeValues(
                    Map.of(
                        ":pending", text("PENDING"),
                        ":issuing", text("ISSUING"),
                        ":u", text(username),
                        ":d", AttributeValue.fromBool(decoy),
                        ":t", time(sentAt),
                        ":e", time(sentAt.plus(Verification.LIFE)),
                        ":zero", number(0))));
  }

  @Override
  public Optional<Verification> find(VerificationId id) {
    var item = dynamo.getItem(get -> get.tableName(table).key(pk(id)).consistentRead(true)).item();
    return item.isEmpty() ? Optional.empty() : Optional.of(DynamoVerificationItem.parse(item));
  }

  @Override
  public Try count(VerificationId id, Verification.Purpose purpose, Instant now) {
    boolean resets = purpose == Verification.Purpose.RESET;
    var aliases = names("busyUntil", "tries", "kind", "phase", "expiresAt");
    var values =
        new HashMap<>(
            Map.of(
                ":busy", time(now.plus(UnprovenUsers.BUSY)),
                ":one", number(1),
                ":kind", text(purpose.name()),
                ":pending", text("PENDING"),
                ":now", time(now),
                ":max", number(Verification.MAX_TRIES)));
    if (resets) {
      aliases.putAll(names("todo", "todoAt"));
      values.put(":signOut", text(SIGN_OUT));
    } else {
      values.put(":done", text("DONE"));
    }
    try {
      var item =
          dynamo
              .updateItem(
                  update ->
                      update
                          .tableName(table)
                          .key(pk(id))
                          .updateExpression(
                              "SET #busyUntil = :busy"
                                  + (resets ? ", #todo = :signOut, #todoAt = :now" : "")
                                  + " ADD #tries :one")
                          .conditionExpression(
                              "#kind = :kind AND #expiresAt > :now AND #tries < :max AND "
                                  + (resets ? "#phase = :pending" : "#phase IN (:pending, :done)"))
                          .expressionAttributeNames(aliases)
                          .expressionAttributeValues(values)
                          .returnValues(ReturnValue.ALL_NEW)
                          .returnValuesOnConditionCheckFailure(
                              ReturnValuesOnConditionCheckFailure.ALL_OLD))
              .attributes();
      return new Try.Counted(DynamoVerificationItem.parse(item));
    } catch (ConditionalCheckFailedException e) {
      // As it stood when the condition failed: read later, it may be another one.
      var old = Optional.of(e.item()).filter(item -> !item.isEmpty());
      return new Try.Refused(old.map(DynamoVerificationItem::parse));
    }
  }

  @Override
  public void done(VerificationId id, Optional<String> codeMac) {
    var aliases = names("phase", "busyUntil", "tries");
    var values =
        new HashMap<>(Map.of(":to", text("DONE"), ":pending", text("PENDING"), ":zero", number(0)));
    codeMac.ifPresent(
        mac -> {
          aliases.put("#codeMac", "codeMac");
          values.put(":mac", text(mac));
        });
    ifStill(
        id,
        "SET #phase = :to, #tries = :zero"
            + (codeMac.isPresent() ? ", #codeMac = :mac" : "")
            + " REMOVE #busyUntil",
        "#phase = :pending",
        aliases,
        values);
  }

  @Override
  public void takeBack(VerificationId id) {
    ifStill(
        id,
        "ADD #tries :less",
        "#phase = :done",
        names("tries", "phase"),
        Map.of(":less", number(-1), ":done", text("DONE")));
  }

  @Override
  public void settled(VerificationId id) {
    ifStill(
        id,
        "REMOVE #todo, #todoAt",
        "#kind = :reset",
        names("todo", "todoAt", "kind"),
        Map.of(":reset", text(Verification.Purpose.RESET.name())));
  }

  @Override
  public Optional<Verification> resent(
      VerificationId id, Verification before, Instant sentAt, Optional<String> codeMac) {
    var aliases = names("phase", "sentAt", "expiresAt", "tries");
    var values =
        new HashMap<>(
            Map.of(
                ":t", time(sentAt),
                ":e", time(sentAt.plus(Verification.LIFE)),
                ":before", time(before.sentAt()),
                ":less", number(-before.tries()),
                ":pending", text("PENDING")));
    codeMac.ifPresent(
        mac -> {
          aliases.put("#codeMac", "codeMac");
          values.put(":mac", text(mac));
        });
    return ifStill(
        id,
        "SET #sentAt = :t, #expiresAt = :e"
            + (codeMac.isPresent() ? ", #codeMac = :mac" : "")
            + " ADD #tries :less",
        "#phase = :pending AND #sentAt = :before",
        aliases,
        values);
  }

  /** Empty if a request beside this one has had the last word. */
  private Optional<Verification> ifStill(
      VerificationId id,
      String update,
      String condition,
      Map<String, String> aliases,
      Map<String, AttributeValue> values) {
    try {
      var item =
          dynamo.updateItem(
              request ->
                  request
                      .tableName(table)
                      .key(pk(id))
                      .updateExpression(update)
                      .conditionExpression(condition)
                      .expressionAttributeNames(aliases)
                      .expressionAttributeValues(values)
                      .returnValues(ReturnValue.ALL_NEW));
      return Optional.of(DynamoVerificationItem.parse(item.attributes()));
    } catch (ConditionalCheckFailedException e) {
      return Optional.empty();
    }
  }

  private static Map<String, AttributeValue> pk(VerificationId id) {
    return DynamoKeys.verification(DynamoKeys.hash(id.text()));
  }
}
