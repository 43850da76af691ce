package clipdesk.newsletters.subscriptions;

import static clipdesk.common.aws.DynamoValues.text;

import clipdesk.common.aws.DynamoConditions;
import clipdesk.common.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** How what concerns a person is read, and written all at once. */
final class DynamoPeople {
  /** Each round lost is somebody else's change of the same person; six seconds in the mean. */
  private static final int ROUNDS = 24;

  /** As many became another, one after another: a chain that is longer is a fault. */
  private static final int MOVES = 8;

  private final DynamoDbClient dynamo;
  private final String table;

  DynamoPeople(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  /** Of this very id. */
  Optional<DynamoProfile> profile(String id) {
    return get(DynamoProfile.key(id)).map(item -> new DynamoProfile(id, item));
  }

  /** Of whoever has this id by now. */
  Optional<DynamoProfile> present(String id) {
    var profile = profile(id);
    for (int move = 0;
        move < MOVES && profile.flatMap(DynamoProfile::movedTo).isPresent();
        move++) {
      profile = profile.flatMap(DynamoProfile::movedTo).flatMap(this::profile);
    }
    return profile;
  }

  Optional<Map<String, AttributeValue>> get(Map<String, AttributeValue> key) {
    var item = dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true)).item();
    return item.isEmpty() ? Optional.empty() : Optional.of(item);
  }

  /** Tries until nobody else was in the way, each time after a longer pause of chance. */
  static <T> T untilWritten(Supplier<Optional<T>> round) {
    for (int i = 1; ; i++) {
      var done = round.get();
      if (done.isPresent()) {
        return done.get();
      }
      if (i == ROUNDS) {
        throw new IllegalStateException("A subscriber is changed all the time");
      }
      DynamoConditions.giveWay(i);
    }
  }

  /** The change, who is in which audience by it, and the records of it. */
  List<TransactWriteItem> change(
      DynamoProfile profile,
      DynamoProfile.Change change,
      Standing after,
      List<Consent> consents,
      Instant now) {
    var id = profile.subscriber().id();
    var writes = new ArrayList<TransactWriteItem>();
    writes.add(update(change.withRecords(consents.size())));
    writes.addAll(memberships(id, profile.standing(), after, now));
    writes.addAll(roll(id, profile.standing(), after));
    writes.addAll(records(id, profile.records(), consents));
    return writes;
  }

  /** Of the profile alone. */
  TransactWriteItem update(DynamoProfile.Change change) {
    return TransactWriteItem.builder().update(change.update(table).build()).build();
  }

  List<TransactWriteItem> records(String id, long before, List<Consent> consents) {
    return IntStream.range(0, consents.size())
        .mapToObj(it -> put(DynamoConsent.item(id, before + it, consents.get(it))))
        .toList();
  }

  /** A date that is newer would make a newcomer of who was there: what stays on is not written. */
  private List<TransactWriteItem> memberships(
      String id, Standing before, Standing after, Instant now) {
    var topics = new TreeSet<>(before.topics().keySet());
    topics.addAll(after.topics().keySet());
    var writes = new ArrayList<TransactWriteItem>();
    for (var topic : topics) {
      var member = membership(id, topic);
      if (!before.on(topic) && after.on(topic)) {
        var item = new HashMap<>(member);
        item.put("since", text(Json.instant(now)));
        item.put("language", text(after.language().tag()));
        item.put("status", text(after.status()));
        writes.add(put(item));
      } else if (before.on(topic) && after.on(topic) && counted(before, after)) {
        writes.add(recount(member, after));
      } else if (before.on(topic) && !after.on(topic)) {
        writes.add(
            TransactWriteItem.builder().delete(it -> it.tableName(table).key(member)).build());
      }
    }
    return writes;
  }

  /** Whoever had a topic once stays on its roll, until they are erased. */
  private List<TransactWriteItem> roll(String id, Standing before, Standing after) {
    boolean erased = after.status().equals(Standing.ERASED);
    var writes = new ArrayList<TransactWriteItem>();
    for (var topic : new TreeSet<>(after.topics().keySet())) {
      var row = DynamoRolls.key(topic, id);
      if (erased) {
        writes.add(TransactWriteItem.builder().delete(it -> it.tableName(table).key(row)).build());
      } else if (!before.topics().containsKey(topic)) {
        writes.add(put(row));
      }
    }
    return writes;
  }

  /** Whether an audience counts them as another kind of member. */
  private static boolean counted(Standing before, Standing after) {
    return before.language() != after.language() || !before.status().equals(after.status());
  }

  private TransactWriteItem recount(Map<String, AttributeValue> member, Standing after) {
    return TransactWriteItem.builder()
        .update(
            it ->
                it.tableName(table)
                    .key(member)
                    .updateExpression("SET #language = :language, #status = :status")
                    .expressionAttributeNames(Map.of("#language", "language", "#status", "status"))
                    .expressionAttributeValues(
                        Map.of(
                            ":language", text(after.language().tag()),
                            ":status", text(after.status()))))
        .build();
  }

  static Map<String, AttributeValue> membership(String id, String topic) {
    return Map.of("pk", text(audience(topic, Subscriber.bucket(id))), "sk", text("SUB#" + id));
  }

  /** The partition of who gets a topic, a sixteenth of them. */
  static String audience(String topic, String bucket) {
    return "TOPIC#" + topic + "#" + bucket;
  }

  TransactWriteItem put(Map<String, AttributeValue> item) {
    return TransactWriteItem.builder().put(it -> it.tableName(table).item(item)).build();
  }

  TransactWriteItem putNew(Map<String, AttributeValue> item) {
    return TransactWriteItem.builder()
        .put(it -> it.tableName(table).item(item).conditionExpression("attribute_not_exists(pk)"))
        .build();
  }

  /** All of it, or nothing if something is not as it was read. */
  boolean write(List<TransactWriteItem> writes) {
    return DynamoConditions.holdTogether(
        token ->
            dynamo.transactWriteItems(
                transaction -> transaction.clientRequestToken(token).transactItems(writes)));
  }
}
