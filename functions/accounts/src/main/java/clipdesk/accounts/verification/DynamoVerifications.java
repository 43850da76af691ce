package clipdesk.accounts.verification;

import static clipdesk.accounts.verification.DynamoItems.hash;
import static clipdesk.accounts.verification.DynamoItems.key;
import static clipdesk.accounts.verification.DynamoItems.names;
import static clipdesk.accounts.verification.DynamoItems.number;
import static clipdesk.accounts.verification.DynamoItems.optional;
import static clipdesk.accounts.verification.DynamoItems.text;
import static clipdesk.accounts.verification.DynamoItems.time;

import clipdesk.accounts.AccountsConfig;
import clipdesk.common.localisation.Language;
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

/** Verifications as items {@code V#hash}; expiry stands in the condition, TTL only tidies up. */
@Singleton
final class DynamoVerifications implements Verifications {
  /** What the sweep finishes if a reset stopped behind the try. */
  private static final String SIGN_OUT = "SIGN_OUT";

  private static final Duration KEPT = Duration.ofHours(48);

  /** While a code is being checked its user must not be deleted by a new sign-up. */
  private static final Duration BUSY = Duration.ofSeconds(30);

  private final DynamoDbClient dynamo;
  private final String table;

  DynamoVerifications(DynamoDbClient dynamo, AccountsConfig config) {
    this.dynamo = dynamo;
    this.table = config.table();
  }

  @Override
  public void begin(VerificationId id, Verification it) {
    var item = new HashMap<String, AttributeValue>(pk(id));
    item.put("kind", text(it.purpose().name()));
    item.put("phase", text(it.phase().name()));
    item.put("username", text(it.username()));
    item.put("email", text(it.email()));
    item.put("decoy", AttributeValue.fromBool(it.decoy()));
    item.put("language", text(it.language().tag()));
    item.put("returnTo", text(it.returnTo()));
    it.name().ifPresent(name -> item.put("name", text(name)));
    it.outlet().ifPresent(outlet -> item.put("outlet", text(outlet)));
    item.put("termsVersion", text(it.termsVersion()));
    it.codeMac().ifPresent(mac -> item.put("codeMac", text(mac)));
    item.put("createdAt", time(it.createdAt()));
    item.put("sentAt", time(it.sentAt()));
    item.put("expiresAt", time(it.expiresAt()));
    item.put("tries", number(it.tries()));
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
    return item.isEmpty() ? Optional.empty() : Optional.of(parse(item));
  }

  @Override
  public Try count(VerificationId id, Verification.Purpose purpose, Instant now) {
    boolean resets = purpose == Verification.Purpose.RESET;
    var aliases = names("busyUntil", "tries", "kind", "phase", "expiresAt");
    var values =
        new HashMap<>(
            Map.of(
                ":busy", time(now.plus(BUSY)),
                ":one", number(1),
                ":kind", text(purpose.name()),
                ":pending", text("PENDING"),
                ":now", time(now),
                ":max", number(Verification.MAX_TRIES)));
    if (resets) {
      aliases.putAll(names("todo", "todoAt"));
      values.put(":signOut", text(SIGN_OUT));
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
                              "#kind = :kind AND #phase = :pending AND #expiresAt > :now"
                                  + " AND #tries < :max")
                          .expressionAttributeNames(aliases)
                          .expressionAttributeValues(values)
                          .returnValues(ReturnValue.ALL_NEW))
              .attributes();
      return new Try.Counted(parse(item));
    } catch (ConditionalCheckFailedException e) {
      return new Try.Refused(find(id));
    }
  }

  @Override
  public void done(VerificationId id) {
    ifStill(
        id,
        "SET #phase = :to REMOVE #busyUntil",
        Map.of(":to", text("DONE"), ":pending", text("PENDING")),
        "busyUntil");
  }

  @Override
  public void settled(VerificationId id) {
    dynamo.updateItem(
        update ->
            update
                .tableName(table)
                .key(pk(id))
                .updateExpression("REMOVE #todo, #todoAt")
                .conditionExpression("attribute_exists(pk)")
                .expressionAttributeNames(names("todo", "todoAt")));
  }

  @Override
  public void resent(VerificationId id, Instant sentAt, Optional<String> codeMac) {
    var values =
        new HashMap<>(
            Map.of(
                ":t", time(sentAt),
                ":e", time(sentAt.plus(Verification.LIFE)),
                ":zero", number(0),
                ":pending", text("PENDING")));
    codeMac.ifPresent(mac -> values.put(":mac", text(mac)));
    var set = "SET #sentAt = :t, #expiresAt = :e, #tries = :zero";
    if (codeMac.isPresent()) {
      ifStill(id, set + ", #codeMac = :mac", values, "sentAt", "expiresAt", "tries", "codeMac");
    } else {
      ifStill(id, set, values, "sentAt", "expiresAt", "tries");
    }
  }

  /** A write that says nothing if the verification has moved on meanwhile. */
  private void ifStill(
      VerificationId id, String update, Map<String, AttributeValue> values, String... names) {
    var aliases = names(names);
    aliases.put("#phase", "phase");
    try {
      dynamo.updateItem(
          request ->
              request
                  .tableName(table)
                  .key(pk(id))
                  .updateExpression(update)
                  .conditionExpression("#phase = :pending")
                  .expressionAttributeNames(aliases)
                  .expressionAttributeValues(values));
    } catch (ConditionalCheckFailedException e) {
      // Done or superseded by a request beside this one, which has the last word.
    }
  }

  @Override
  public void currentOf(String email, VerificationId id, Instant now) {
    dynamo.updateItem(
        update ->
            update
                .tableName(table)
                .key(key("ADDR#" + hash(email)))
                .updateExpression("SET #currentId = :id, #ttl = :ttl")
                .expressionAttributeNames(names("currentId", "ttl"))
                .expressionAttributeValues(
                    Map.of(":id", text(hash(id.text())), ":ttl", time(now.plus(KEPT)))));
  }

  @Override
  public boolean supersedeCurrentOf(String email, Instant now) {
    var address =
        dynamo
            .getItem(
                get -> get.tableName(table).key(key("ADDR#" + hash(email))).consistentRead(true))
            .item();
    var current = optional(address, "currentId");
    if (current.isEmpty()) {
      return true;
    }
    var pk = "V#" + current.get();
    try {
      dynamo.updateItem(
          update ->
              update
                  .tableName(table)
                  .key(key(pk))
                  .updateExpression("SET #phase = :superseded")
                  .conditionExpression(
                      "#phase IN (:pending, :issuing)"
                          + " AND (attribute_not_exists(#busyUntil) OR #busyUntil <= :now)")
                  .expressionAttributeNames(names("phase", "busyUntil"))
                  .expressionAttributeValues(
                      Map.of(
                          ":superseded", text("SUPERSEDED"),
                          ":pending", text("PENDING"),
                          ":issuing", text("ISSUING"),
                          ":now", time(now))));
      return true;
    } catch (ConditionalCheckFailedException e) {
      var item =
          dynamo.getItem(get -> get.tableName(table).key(key(pk)).consistentRead(true)).item();
      return item.isEmpty() || number(item, "busyUntil") <= now.getEpochSecond();
    }
  }

  private static Map<String, AttributeValue> pk(VerificationId id) {
    return key("V#" + hash(id.text()));
  }

  private static Verification parse(Map<String, AttributeValue> item) {
    return new Verification(
        Verification.Purpose.valueOf(text(item, "kind")),
        Verification.Phase.valueOf(text(item, "phase")),
        text(item, "username"),
        text(item, "email"),
        item.get("decoy").bool(),
        Language.ofTag(text(item, "language")).orElse(Language.EN),
        text(item, "returnTo"),
        optional(item, "name"),
        optional(item, "outlet"),
        text(item, "termsVersion"),
        optional(item, "codeMac"),
        time(item, "createdAt"),
        time(item, "sentAt"),
        (int) number(item, "tries"));
  }
}
