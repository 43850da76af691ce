package clipdesk.newsletters.exports;

import static clipdesk.common.aws.DynamoValues.number;
import static clipdesk.common.aws.DynamoValues.text;
import static clipdesk.common.aws.DynamoValues.time;

import clipdesk.common.json.Json;
import clipdesk.common.stored.DynamoRow;
import clipdesk.newsletters.exports.SubscriberExport.Place;
import clipdesk.newsletters.exports.SubscriberExport.State;
import clipdesk.newsletters.lists.DynamoRevisions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** {@code EXPORT#id / EXPORT}, for a week. */
public final class DynamoExports implements Exports {
  private static final Duration LIFE = Duration.ofDays(7);

  private final DynamoRevisions items;

  public DynamoExports(DynamoDbClient dynamo, String table) {
    items = new DynamoRevisions(dynamo, table);
  }

  @Override
  public boolean create(SubscriberExport begun) {
    return items.create(item(begun));
  }

  @Override
  public Optional<SubscriberExport> find(String id) {
    var item = items.find(key(id));
    return item.isEmpty() ? Optional.empty() : Optional.of(read(id, item));
  }

  @Override
  public boolean change(SubscriberExport before, SubscriberExport after) {
    return items.change(before.revision(), item(after));
  }

  private static Map<String, AttributeValue> item(SubscriberExport it) {
    var item = new HashMap<>(key(it.id()));
    item.put("topic", text(it.topic()));
    item.put("startedBy", text(it.by()));
    item.put("createdAt", text(Json.instant(it.createdAt())));
    item.put("ttl", time(it.createdAt().plus(LIFE)));
    item.put("state", text(it.state().text()));
    item.put("revision", number(it.revision()));
    it.upload().ifPresent(upload -> item.put("upload", text(upload)));
    item.put(
        "parts", AttributeValue.fromL(it.parts().stream().map(AttributeValue::fromS).toList()));
    it.place().bucket().ifPresent(bucket -> item.put("bucket", text(bucket)));
    it.place().after().ifPresent(after -> item.put("after", text(after)));
    item.put("lines", number(it.lines()));
    return item;
  }

  private static SubscriberExport read(String id, Map<String, AttributeValue> item) {
    var row = DynamoRow.of(item);
    return new SubscriberExport(
        id,
        row.text("topic"),
        row.text("startedBy"),
        row.instant("createdAt"),
        row.text("state", State::of),
        row.number("revision", 1),
        row.optionalText("upload"),
        row.texts("parts"),
        new Place(row.optionalText("bucket"), row.optionalText("after")),
        row.number("lines", 0));
  }

  private static Map<String, AttributeValue> key(String id) {
    return Map.of("pk", text("EXPORT#" + id), "sk", text("EXPORT"));
  }
}
