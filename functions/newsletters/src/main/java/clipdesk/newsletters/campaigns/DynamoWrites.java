package clipdesk.newsletters.campaigns;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** What is written together with a move of a campaign, or not at all. */
record DynamoWrites(String table) {
  TransactWriteItem put(Map<String, AttributeValue> item) {
    return put(Put.builder().item(item));
  }

  TransactWriteItem putNew(Map<String, AttributeValue> item) {
    return put(Put.builder().item(item).conditionExpression("attribute_not_exists(pk)"));
  }

  private TransactWriteItem put(Put.Builder put) {
    return TransactWriteItem.builder().put(put.tableName(table).build()).build();
  }

  TransactWriteItem gone(Map<String, AttributeValue> key) {
    return TransactWriteItem.builder().delete(it -> it.tableName(table).key(key)).build();
  }
}
