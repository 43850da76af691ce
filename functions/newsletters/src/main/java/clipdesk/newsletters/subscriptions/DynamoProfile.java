package clipdesk.newsletters.subscriptions;

import static clipdesk.common.aws.DynamoValues.number;
import static clipdesk.common.aws.DynamoValues.text;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.json.Json;
import clipdesk.common.json.Members;
import clipdesk.common.localisation.Language;
import clipdesk.common.stored.DynamoRow;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** {@code SUB#id / PROFILE}: who somebody is and what they get, where a claim looks, too. */
final class DynamoProfile {
  private static final AttributeValue ON = text("on");
  private static final AttributeValue OFF = text("off");

  /** Where the one is found that this one became. */
  private static final String MOVED_TO = "movedTo";

  private static final String RECORDS = "records";

  private final String id;
  private final Map<String, AttributeValue> item;
  private final Members row;

  DynamoProfile(String id, Map<String, AttributeValue> item) {
    this.id = id;
    this.item = item;
    this.row = DynamoRow.of(item);
  }

  static Map<String, AttributeValue> key(String subscriberId) {
    return Map.of("pk", text("SUB#" + subscriberId), "sk", text("PROFILE"));
  }

  static Map<String, AttributeValue> item(
      String id,
      EmailAddress email,
      String addressKey,
      Standing standing,
      long records,
      Instant now) {
    var item = new HashMap<>(key(id));
    item.put("email", text(email.text()));
    item.put("emailKey", text(addressKey));
    item.put("language", text(standing.language().tag()));
    item.put("status", text(standing.status()));
    item.put("topics", AttributeValue.fromM(Map.of()));
    item.put(RECORDS, number(records));
    item.put("createdAt", text(Json.instant(now)));
    return item;
  }

  Map<String, AttributeValue> item() {
    return item;
  }

  Subscriber subscriber() {
    return new Subscriber(
        id,
        row.optionalText("email", EmailAddress::of),
        Language.ofTag(row.text("language")).orElse(Language.EN),
        row.text("status"));
  }

  Standing standing() {
    var topics = new TreeMap<String, Boolean>();
    topics()
        .forEach(
            (topic, state) -> {
              if (state.equals(ON) || state.equals(OFF)) {
                topics.put(topic, state.equals(ON));
              }
            });
    var who = subscriber();
    return new Standing(who.status(), who.language(), topics);
  }

  /** How many consents are kept. */
  long records() {
    return row.optionalNumber(RECORDS, 0, Long.MAX_VALUE).orElse(0);
  }

  Optional<String> movedTo() {
    return row.optionalText(MOVED_TO);
  }

  /** Of a person whose address is forgotten, as long as something is kept by it. */
  Optional<String> addressKey() {
    return row.optionalText("emailKey");
  }

  /** As it was read, or it is not changed. */
  Change to(Standing standing) {
    return new Change(standing);
  }

  /** A change of the profile. */
  final class Change {
    private final Standing standing;
    private final Map<String, AttributeValue> more = new TreeMap<>();
    private boolean forgetAddress;

    private Change(Standing standing) {
      this.standing = standing;
    }

    Change withAddress(EmailAddress email, String addressKey) {
      more.put("email", text(email.text()));
      more.put("emailKey", text(addressKey));
      return this;
    }

    Change withRecords(int added) {
      more.put(RECORDS, number(records() + added));
      return this;
    }

    Change withoutAddress() {
      forgetAddress = true;
      return this;
    }

    Change movedTo(String other) {
      more.put(MOVED_TO, text(other));
      return this;
    }

    Update.Builder update(String table) {
      var names = new HashMap<String, String>();
      var values = new HashMap<String, AttributeValue>();
      var set = new TreeMap<>(more);
      set.put("status", text(standing.status()));
      set.put("language", text(standing.language().tag()));
      set.put("topics", AttributeValue.fromM(switched(standing)));
      var assignments = new StringBuilder();
      set.forEach(
          (name, value) -> {
            assignments.append(assignments.isEmpty() ? "SET " : ", ");
            assignments.append('#').append(name).append(" = :").append(name);
            names.put("#" + name, name);
            values.put(":" + name, value);
          });
      if (forgetAddress) {
        assignments.append(" REMOVE #email");
        names.put("#email", "email");
      }
      return Update.builder()
          .tableName(table)
          .key(key(id))
          .updateExpression(assignments.toString())
          .conditionExpression(asRead(names, values))
          .expressionAttributeNames(names)
          .expressionAttributeValues(values);
    }
  }

  private String asRead(Map<String, String> names, Map<String, AttributeValue> values) {
    var condition = new StringBuilder("attribute_exists(pk)");
    for (var name : new String[] {"status", "language", "topics", "email", RECORDS}) {
      names.put("#" + name, name);
      var value = item.get(name);
      if (value == null) {
        condition.append(" AND attribute_not_exists(#").append(name).append(')');
      } else {
        condition.append(" AND #").append(name).append(" = :old_").append(name);
        values.put(":old_" + name, value);
      }
    }
    return condition.toString();
  }

  /** What is neither on nor off stays as it is. */
  private Map<String, AttributeValue> switched(Standing to) {
    var topics = new HashMap<>(topics());
    to.topics().forEach((topic, on) -> topics.put(topic, on ? ON : OFF));
    return topics;
  }

  private Map<String, AttributeValue> topics() {
    var topics = item.get("topics");
    return topics != null && topics.hasM() ? topics.m() : Map.of();
  }
}
