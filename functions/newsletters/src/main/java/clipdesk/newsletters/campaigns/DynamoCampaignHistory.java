package clipdesk.newsletters.campaigns;

import static clipdesk.common.aws.DynamoValues.text;

import clipdesk.common.stored.DynamoRow;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** {@code CAMP#id / CHANGE#version}, in the order of the versions. */
final class DynamoCampaignHistory implements CampaignHistory {
  private final DynamoDbClient dynamo;
  private final String table;

  DynamoCampaignHistory(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public List<Change> newest(String campaignId, int limit) {
    return dynamo
        .query(
            query ->
                query
                    .tableName(table)
                    .consistentRead(true)
                    .scanIndexForward(false)
                    .keyConditionExpression("pk = :pk AND begins_with(sk, :change)")
                    .expressionAttributeValues(
                        Map.of(
                            ":pk", DynamoCampaignItem.meta(campaignId).get("pk"),
                            ":change", text(DynamoCampaignItem.CHANGE)))
                    .limit(limit))
        .items()
        .stream()
        .flatMap(
            it -> DynamoRow.read(DynamoCampaignItem.STORE, it, DynamoCampaignItem::change).stream())
        .toList();
  }
}
