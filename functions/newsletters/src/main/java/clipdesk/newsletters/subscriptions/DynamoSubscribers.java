package clipdesk.newsletters.subscriptions;

import static clipdesk.common.aws.DynamoValues.text;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.json.Json;
import clipdesk.common.json.Members;
import clipdesk.common.localisation.Language;
import clipdesk.common.stored.DynamoRow;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Profile, topics, consents and memberships as items of one table. */
public final class DynamoSubscribers implements Subscribers {
  private final DynamoDbClient dynamo;
  private final String table;
  private final Keyed keyed;

  public DynamoSubscribers(DynamoDbClient dynamo, String table, Keyed keyed) {
    this.dynamo = dynamo;
    this.table = table;
    this.keyed = keyed;
  }

  @Override
  public Subscriber ofAddress(EmailAddress email, Language language, Instant now) {
    var lock = lock(email);
    var known = get(lock);
    if (known.isPresent()) {
      return ofLock(known.get());
    }
    var id = UUID.randomUUID().toString();
    var locked = new HashMap<>(lock);
    locked.put("sid", text(id));
    var profile = new HashMap<>(key("SUB#" + id, "PROFILE"));
    profile.put("email", text(email.text()));
    profile.put("language", text(language.tag()));
    profile.put("status", text("active"));
    profile.put("createdAt", text(Json.instant(now)));
    try {
      dynamo.putItem(put -> put.tableName(table).item(profile));
      dynamo.putItem(
          put -> put.tableName(table).item(locked).conditionExpression("attribute_not_exists(pk)"));
    } catch (ConditionalCheckFailedException e) {
      // Somebody else made the subscriber of this address at the same moment: theirs counts.
      dynamo.deleteItem(delete -> delete.tableName(table).key(key("SUB#" + id, "PROFILE")));
      return ofLock(get(lock).orElseThrow());
    }
    return new Subscriber(id, Optional.of(email), language, "active");
  }

  @Override
  public Optional<Subscriber> find(String subscriberId) {
    return get(key("SUB#" + subscriberId, "PROFILE"))
        .flatMap(item -> read(item, row -> subscriber(subscriberId, row)));
  }

  private static Subscriber subscriber(String id, Members row) {
    return new Subscriber(
        id,
        row.optionalText("email", EmailAddress::of),
        Language.ofTag(row.text("language")).orElse(Language.EN),
        row.text("status"));
  }

  /** Whether an address may be written to is not guessed: who cannot be read here is an error. */
  private Subscriber ofLock(Map<String, AttributeValue> lock) {
    var id = DynamoRow.of(lock).text("sid");
    return subscriber(id, DynamoRow.of(get(key("SUB#" + id, "PROFILE")).orElseThrow()));
  }

  private static <T> Optional<T> read(
      Map<String, AttributeValue> item, Function<Members, T> reading) {
    return DynamoRow.read("subscribers", item, reading);
  }

  @Override
  public Optional<Subscriber> find(EmailAddress email) {
    return get(lock(email)).flatMap(DynamoSubscribers::sid).flatMap(this::find);
  }

  @Override
  public void linkAccount(String accountId, String subscriberId) {
    var item = new HashMap<>(key("ACCT#" + accountId, "ACCT"));
    item.put("sid", text(subscriberId));
    dynamo.putItem(put -> put.tableName(table).item(item));
  }

  @Override
  public Optional<Subscriber> ofAccount(String accountId) {
    return get(key("ACCT#" + accountId, "ACCT"))
        .flatMap(DynamoSubscribers::sid)
        .flatMap(this::find);
  }

  private static Optional<String> sid(Map<String, AttributeValue> item) {
    return read(item, row -> row.text("sid"));
  }

  @Override
  public void forgetAccount(String accountId) {
    dynamo.deleteItem(delete -> delete.tableName(table).key(key("ACCT#" + accountId, "ACCT")));
  }

  @Override
  public void subscribe(
      Subscriber subscriber,
      String topic,
      Language language,
      String source,
      String textVersion,
      Instant now) {
    var sub = "SUB#" + subscriber.id();
    dynamo.updateItem(
        update ->
            update
                .tableName(table)
                .key(key(sub, "PROFILE"))
                .updateExpression("SET #language = :language")
                .expressionAttributeNames(Map.of("#language", "language"))
                .expressionAttributeValues(Map.of(":language", text(language.tag()))));
    if (topicsOf(subscriber.id()).contains(topic)) {
      // A newer date would make a newcomer of them, whom a campaign that is being planned leaves
      // out.
      return;
    }
    var state = new HashMap<>(key(sub, "TOPIC#" + topic));
    state.put("state", text("on"));
    state.put("since", text(Json.instant(now)));
    var member =
        new HashMap<>(key("TOPIC#" + topic + "#" + Subscriber.bucket(subscriber.id()), sub));
    member.put("since", text(Json.instant(now)));
    transact(
        put(state),
        put(member),
        put(DynamoConsent.item(sub, "granted", source, topic, Optional.of(textVersion), now)));
  }

  @Override
  public void unsubscribe(String subscriberId, String topic, String source, Instant now) {
    if (!topicsOf(subscriberId).contains(topic)) {
      return;
    }
    var sub = "SUB#" + subscriberId;
    var state = new HashMap<>(key(sub, "TOPIC#" + topic));
    state.put("state", text("off"));
    state.put("endedAt", text(Json.instant(now)));
    var member = key("TOPIC#" + topic + "#" + Subscriber.bucket(subscriberId), sub);
    transact(
        put(state),
        TransactWriteItem.builder().delete(it -> it.tableName(table).key(member)).build(),
        put(DynamoConsent.item(sub, "withdrawn", source, topic, Optional.empty(), now)));
  }

  @Override
  public List<String> topicsOf(String subscriberId) {
    return dynamo
        .query(
            query ->
                query
                    .tableName(table)
                    .consistentRead(true)
                    .keyConditionExpression("pk = :pk AND begins_with(sk, :topic)")
                    .expressionAttributeValues(
                        Map.of(":pk", text("SUB#" + subscriberId), ":topic", text("TOPIC#"))))
        .items()
        .stream()
        .filter(item -> read(item, it -> it.text("state")).filter("on"::equals).isPresent())
        .map(item -> item.get("sk").s().substring("TOPIC#".length()))
        .toList();
  }

  @Override
  public void erase(String subscriberId, Instant now) {
    topicsOf(subscriberId).forEach(topic -> unsubscribe(subscriberId, topic, "account-page", now));
    find(subscriberId).flatMap(Subscriber::email).ifPresent(email -> unlock(email, subscriberId));
    mark(subscriberId, "erased", "SET #status = :status REMOVE email");
  }

  /** Unless the address is somebody else's by now: of an erasure that is repeated, or came late. */
  private void unlock(EmailAddress email, String subscriberId) {
    try {
      dynamo.deleteItem(
          delete ->
              delete
                  .tableName(table)
                  .key(lock(email))
                  .conditionExpression("sid = :sid")
                  .expressionAttributeValues(Map.of(":sid", text(subscriberId))));
    } catch (ConditionalCheckFailedException e) {
      // Gone, or of another subscriber.
    }
  }

  @Override
  public void suppress(String subscriberId, String reason, Instant now) {
    topicsOf(subscriberId).forEach(topic -> unsubscribe(subscriberId, topic, reason, now));
    mark(subscriberId, "suppressed", "SET #status = :status");
  }

  private void mark(String subscriberId, String status, String expression) {
    try {
      dynamo.updateItem(
          update ->
              update
                  .tableName(table)
                  .key(key("SUB#" + subscriberId, "PROFILE"))
                  .updateExpression(expression)
                  .conditionExpression("attribute_exists(pk)")
                  .expressionAttributeNames(Map.of("#status", "status"))
                  .expressionAttributeValues(Map.of(":status", text(status))));
    } catch (ConditionalCheckFailedException e) {
      // Nobody of this id: nothing to mark.
    }
  }

  private Map<String, AttributeValue> lock(EmailAddress email) {
    return key(keyed.partition(email), "ADDR");
  }

  private Optional<Map<String, AttributeValue>> get(Map<String, AttributeValue> key) {
    var item = dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true)).item();
    return item.isEmpty() ? Optional.empty() : Optional.of(item);
  }

  private void transact(TransactWriteItem... writes) {
    dynamo.transactWriteItems(transaction -> transaction.transactItems(writes));
  }

  private TransactWriteItem put(Map<String, AttributeValue> item) {
    return TransactWriteItem.builder().put(it -> it.tableName(table).item(item)).build();
  }

  private static Map<String, AttributeValue> key(String pk, String sk) {
    return Map.of("pk", text(pk), "sk", text(sk));
  }
}
