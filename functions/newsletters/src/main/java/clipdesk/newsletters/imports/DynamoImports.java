package clipdesk.newsletters.imports;

import static clipdesk.common.aws.DynamoValues.text;

import clipdesk.newsletters.lists.DynamoRevisions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** {@code IMPORT#id / IMPORT}, for thirty days; it names nobody of the list. */
public final class DynamoImports implements Imports {
  private final DynamoRevisions items;

  public DynamoImports(DynamoDbClient dynamo, String table) {
    items = new DynamoRevisions(dynamo, table);
  }

  @Override
  public boolean create(SubscriberImport begun) {
    return items.create(item(begun));
  }

  @Override
  public Optional<SubscriberImport> find(String id) {
    var item = items.find(key(id));
    return item.isEmpty() ? Optional.empty() : Optional.of(DynamoImportItem.read(id, item));
  }

  @Override
  public boolean change(SubscriberImport before, SubscriberImport after) {
    return items.change(before.revision(), item(after));
  }

  private static Map<String, AttributeValue> item(SubscriberImport it) {
    var item = new HashMap<>(key(it.id()));
    item.putAll(DynamoImportItem.attributes(it));
    return item;
  }

  private static Map<String, AttributeValue> key(String id) {
    return Map.of("pk", text("IMPORT#" + id), "sk", text("IMPORT"));
  }
}
