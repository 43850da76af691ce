package clipdesk.newsletters.subscriptions;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.aws.DynamoConditions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** {@code softBounces} in a profile, and what the rows of an address say. */
public final class DynamoMailboxes implements Mailboxes {
  private final DynamoDbClient dynamo;
  private final String table;
  private final DynamoAddresses addresses;

  public DynamoMailboxes(DynamoDbClient dynamo, String table, Keyed keyed) {
    this.dynamo = dynamo;
    this.table = table;
    this.addresses = new DynamoAddresses(dynamo, table, keyed);
  }

  /** A set of campaigns: told twice, one is in it once. */
  @Override
  public int slow(String subscriberId, String campaignId) {
    var campaigns = new AtomicInteger();
    DynamoConditions.hold(
        () ->
            campaigns.set(
                dynamo
                    .updateItem(
                        update ->
                            update
                                .tableName(table)
                                .key(DynamoProfile.key(subscriberId))
                                .updateExpression("ADD softBounces :campaign")
                                .conditionExpression("attribute_exists(pk)")
                                .expressionAttributeValues(
                                    Map.of(":campaign", AttributeValue.fromSs(List.of(campaignId))))
                                .returnValues(ReturnValue.UPDATED_NEW))
                    .attributes()
                    .get("softBounces")
                    .ss()
                    .size()));
    return campaigns.get();
  }

  /** Hardly anybody has some: a look costs a tenth of a write whose condition fails. */
  @Override
  public void works(String subscriberId) {
    var key = DynamoProfile.key(subscriberId);
    var bounces =
        dynamo
            .getItem(get -> get.tableName(table).key(key).projectionExpression("softBounces"))
            .item();
    if (!bounces.isEmpty()) {
      DynamoConditions.hold(
          () ->
              dynamo.updateItem(
                  update ->
                      update
                          .tableName(table)
                          .key(key)
                          .updateExpression("REMOVE softBounces")
                          .conditionExpression("attribute_exists(softBounces)")));
    }
  }

  @Override
  public boolean refused(EmailAddress email) {
    return addresses.find(email).suppressed().isPresent();
  }
}
