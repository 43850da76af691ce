package clipdesk.accounts.verification;

import static clipdesk.common.aws.DynamoValues.names;
import static clipdesk.common.aws.DynamoValues.text;
import static clipdesk.common.aws.DynamoValues.time;

import clipdesk.accounts.AccountsConfig;
import clipdesk.accounts.table.DynamoKeys;
import clipdesk.common.aws.DynamoConditions;
import clipdesk.common.json.Members;
import clipdesk.common.stored.DynamoRow;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The item {@code ADDR#hash} names the verification; only its hash, for the id is a secret. */
@Singleton
public final class DynamoCurrentSignUps implements CurrentSignUps {
  private final DynamoDbClient dynamo;
  private final String table;

  @Inject
  DynamoCurrentSignUps(DynamoDbClient dynamo, AccountsConfig config) {
    this(dynamo, config.table());
  }

  public DynamoCurrentSignUps(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public void put(String email, VerificationId id, Instant now) {
    dynamo.updateItem(
        update ->
            update
                .tableName(table)
                .key(DynamoKeys.address(email))
                .updateExpression("SET #currentId = :id, #ttl = :ttl")
                .expressionAttributeNames(names("currentId", "ttl"))
                .expressionAttributeValues(
                    Map.of(
                        ":id", text(DynamoKeys.hash(id.text())),
                        ":ttl", time(now.plus(DynamoVerifications.KEPT)))));
  }

  @Override
  public boolean supersede(String email, Instant now) {
    return get(DynamoKeys.address(email))
        .optionalText("currentId")
        .map(id -> supersede(DynamoKeys.verification(id), now))
        .orElse(true);
  }

  private boolean supersede(Map<String, AttributeValue> verification, Instant now) {
    boolean held =
        DynamoConditions.hold(
            () ->
                dynamo.updateItem(
                    update ->
                        update
                            .tableName(table)
                            .key(verification)
                            .updateExpression("SET #phase = :superseded")
                            .conditionExpression(
                                "#phase IN (:pending, :issuing) AND"
                                    + " (attribute_not_exists(#busyUntil) OR #busyUntil <= :now)")
                            .expressionAttributeNames(names("phase", "busyUntil"))
                            .expressionAttributeValues(
                                Map.of(
                                    ":superseded", text("SUPERSEDED"),
                                    ":pending", text("PENDING"),
                                    ":issuing", text("ISSUING"),
                                    ":now", time(now)))));
    // Refused: done, superseded or purged, nothing runs any more. Or busy.
    return held || get(verification).optionalSecond("busyUntil").filter(now::isBefore).isEmpty();
  }

  /** Without members if there is none. */
  private Members get(Map<String, AttributeValue> key) {
    return DynamoRow.of(
        dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true)).item());
  }
}
