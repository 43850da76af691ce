package clipdesk.newsletters.imports;

import static clipdesk.common.aws.DynamoValues.number;
import static clipdesk.common.aws.DynamoValues.text;

import clipdesk.common.aws.DynamoConditions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** {@code IMPORT#id / IMPORT}, for thirty days; it names nobody of the list. */
public final class DynamoImports implements Imports {
  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoImports(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public boolean create(SubscriberImport begun) {
    return DynamoConditions.hold(
        () ->
            dynamo.putItem(
                put ->
                    put.tableName(table)
                        .item(item(begun))
                        .conditionExpression("attribute_not_exists(pk)")));
  }

  @Override
  public Optional<SubscriberImport> find(String id) {
    var item = dynamo.getItem(get -> get.tableName(table).key(key(id)).consistentRead(true)).item();
    return item.isEmpty() ? Optional.empty() : Optional.of(DynamoImportItem.read(id, item));
  }

  @Override
  public boolean change(SubscriberImport before, SubscriberImport after) {
    boolean written =
        DynamoConditions.hold(
            () ->
                dynamo.putItem(
                    put ->
                        put.tableName(table)
                            .item(item(after))
                            .conditionExpression("revision = :before")
                            .expressionAttributeValues(
                                Map.of(":before", number(before.revision())))));
    // Written by a try whose answer was lost, it fails on itself.
    return written || find(before.id()).filter(after::equals).isPresent();
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
