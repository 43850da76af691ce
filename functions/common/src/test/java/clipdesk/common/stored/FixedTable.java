package clipdesk.common.stored;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * A table that is read only, with whatever a test puts in; a query answers with every item that has
 * one of the values that are asked for.
 */
public final class FixedTable implements DynamoDbClient {
  private final List<Map<String, AttributeValue>> items = new ArrayList<>();

  public void put(Map<String, AttributeValue> item) {
    items.add(item);
  }

  public void clear() {
    items.clear();
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    var asked = request.expressionAttributeValues().values();
    return QueryResponse.builder()
        .items(items.stream().filter(it -> it.values().stream().anyMatch(asked::contains)).toList())
        .build();
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    var found =
        items.stream()
            .filter(it -> it.entrySet().containsAll(request.key().entrySet()))
            .findFirst();
    return GetItemResponse.builder().item(found.orElseGet(Map::of)).build();
  }

  @Override
  public String serviceName() {
    return "dynamodb";
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
