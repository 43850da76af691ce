package clipdesk.newsletters.subscriptions;

import static clipdesk.common.aws.DynamoValues.text;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.aws.DynamoConditions;
import clipdesk.common.json.Json;
import clipdesk.common.json.Members;
import clipdesk.common.localisation.Language;
import clipdesk.common.stored.DynamoRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Profile, topics, consents and memberships as items of one table. */
public final class DynamoSubscribers implements Subscribers {
  /** DynamoDB sets nothing below a map that is missing. */
  private static final AttributeValue NO_TOPICS = AttributeValue.fromM(Map.of());

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
    profile.put("topics", NO_TOPICS);
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
    var member =
        new HashMap<>(key("TOPIC#" + topic + "#" + Subscriber.bucket(subscriber.id()), sub));
    member.put("since", text(Json.instant(now)));
    boolean on =
        transact(
            switching(sub, "(attribute_not_exists(topics.#topic) OR topics.#topic <> :state)")
                .updateExpression("SET #language = :language, topics.#topic = :state")
                .expressionAttributeNames(Map.of("#language", "language", "#topic", topic))
                .expressionAttributeValues(
                    Map.of(":language", text(language.tag()), ":state", text("on"))),
            put(member),
            put(DynamoConsent.item(sub, "granted", source, topic, Optional.of(textVersion), now)));
    if (!on) {
      // A newer date would make a newcomer of them, whom a campaign that is being planned leaves
      // out.
      speak(sub, language);
    }
  }

  private void speak(String sub, Language language) {
    DynamoConditions.hold(
        () ->
            dynamo.updateItem(
                update ->
                    update
                        .tableName(table)
                        .key(key(sub, "PROFILE"))
                        .updateExpression("SET #language = :language")
                        .conditionExpression("attribute_exists(pk)")
                        .expressionAttributeNames(Map.of("#language", "language"))
                        .expressionAttributeValues(Map.of(":language", text(language.tag())))));
  }

  @Override
  public void unsubscribe(String subscriberId, String topic, String source, Instant now) {
    var sub = "SUB#" + subscriberId;
    transact(
        switching(sub, "topics.#topic = :on")
            .updateExpression("SET topics.#topic = :state")
            .expressionAttributeNames(Map.of("#topic", topic))
            .expressionAttributeValues(Map.of(":state", text("off"), ":on", text("on"))),
        TransactWriteItem.builder()
            .delete(
                Delete.builder()
                    .tableName(table)
                    .key(key("TOPIC#" + topic + "#" + Subscriber.bucket(subscriberId), sub))
                    .build())
            .build(),
        put(DynamoConsent.item(sub, "withdrawn", source, topic, Optional.empty(), now)));
  }

  /** In the profile, where a sender's claim looks in the same step. */
  private Update.Builder switching(String sub, String condition) {
    return Update.builder()
        .tableName(table)
        .key(key(sub, "PROFILE"))
        .conditionExpression("attribute_exists(pk) AND " + condition);
  }

  @Override
  public List<String> topicsOf(String subscriberId) {
    return get(key("SUB#" + subscriberId, "PROFILE")).stream()
        .flatMap(item -> item.getOrDefault("topics", NO_TOPICS).m().entrySet().stream())
        .filter(topic -> text("on").equals(topic.getValue()))
        .map(Map.Entry::getKey)
        .sorted()
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

  /** Nobody of this id: nothing to mark. */
  private void mark(String subscriberId, String status, String expression) {
    DynamoConditions.hold(
        () ->
            dynamo.updateItem(
                update ->
                    update
                        .tableName(table)
                        .key(key("SUB#" + subscriberId, "PROFILE"))
                        .updateExpression(expression)
                        .conditionExpression("attribute_exists(pk)")
                        .expressionAttributeNames(Map.of("#status", "status"))
                        .expressionAttributeValues(Map.of(":status", text(status)))));
  }

  private Map<String, AttributeValue> lock(EmailAddress email) {
    return key(keyed.partition(email), "ADDR");
  }

  private Optional<Map<String, AttributeValue>> get(Map<String, AttributeValue> key) {
    var item = dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true)).item();
    return item.isEmpty() ? Optional.empty() : Optional.of(item);
  }

  /** Whether the profile was as its condition wants it; else nothing is written. */
  private boolean transact(Update.Builder profile, TransactWriteItem... more) {
    var writes = new ArrayList<TransactWriteItem>();
    writes.add(TransactWriteItem.builder().update(profile.build()).build());
    writes.addAll(List.of(more));
    return write(writes.toArray(TransactWriteItem[]::new));
  }

  private boolean write(TransactWriteItem... writes) {
    var token = UUID.randomUUID().toString();
    return DynamoConditions.refusals(
            () ->
                dynamo.transactWriteItems(
                    transaction -> transaction.clientRequestToken(token).transactItems(writes)))
        .isEmpty();
  }

  private TransactWriteItem put(Map<String, AttributeValue> item) {
    return TransactWriteItem.builder().put(it -> it.tableName(table).item(item)).build();
  }

  private static Map<String, AttributeValue> key(String pk, String sk) {
    return Map.of("pk", text(pk), "sk", text(sk));
  }
}
