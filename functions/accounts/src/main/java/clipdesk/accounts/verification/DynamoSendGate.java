package clipdesk.accounts.verification;

import static clipdesk.accounts.verification.DynamoItems.hash;
import static clipdesk.accounts.verification.DynamoItems.key;
import static clipdesk.accounts.verification.DynamoItems.names;
import static clipdesk.accounts.verification.DynamoItems.number;
import static clipdesk.accounts.verification.DynamoItems.time;

import clipdesk.accounts.AccountsConfig;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Plain Java decides, one conditional write commits; a lost race decides again. */
@Singleton
final class DynamoSendGate implements SendGate {
  private static final Duration KEPT = Duration.ofHours(48);
  private static final int ROUNDS = 3;

  private final DynamoDbClient dynamo;
  private final String table;

  DynamoSendGate(DynamoDbClient dynamo, AccountsConfig config) {
    this.dynamo = dynamo;
    this.table = config.table();
  }

  @Override
  public void pass(String email, Instant now) {
    var pk = key("ADDR#" + hash(email));
    for (int round = 0; round < ROUNDS; round++) {
      var item = dynamo.getItem(get -> get.tableName(table).key(pk).consistentRead(true)).item();
      var times = times(item);
      times
          .refusal(now)
          .ifPresent(
              refusal -> {
                throw refusal.problem();
              });
      if (commit(pk, times.with(now), number(item, "ver"), now)) {
        return;
      }
    }
    throw new SendTimes.Refusal("cool-down", Verification.COOL_DOWN).problem();
  }

  @Override
  public List<Instant> sends(String email) {
    var pk = key("ADDR#" + hash(email));
    return times(dynamo.getItem(get -> get.tableName(table).key(pk)).item()).sends();
  }

  private boolean commit(
      Map<String, AttributeValue> pk, SendTimes times, long version, Instant now) {
    try {
      dynamo.updateItem(
          update ->
              update
                  .tableName(table)
                  .key(pk)
                  .updateExpression("SET #ver = :new, #sends = :sends, #ttl = :ttl")
                  .conditionExpression(version == 0 ? "attribute_not_exists(#ver)" : "#ver = :old")
                  .expressionAttributeNames(names("ver", "sends", "ttl"))
                  .expressionAttributeValues(values(times, version, now)));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  private static Map<String, AttributeValue> values(SendTimes times, long version, Instant now) {
    var values = new java.util.HashMap<String, AttributeValue>();
    values.put(":new", number(version + 1));
    values.put(
        ":sends", AttributeValue.fromL(times.sends().stream().map(DynamoItems::time).toList()));
    values.put(":ttl", time(now.plus(KEPT)));
    if (version > 0) {
      values.put(":old", number(version));
    }
    return values;
  }

  private static SendTimes times(Map<String, AttributeValue> item) {
    var sends = item.get("sends");
    return new SendTimes(
        sends == null
            ? List.of()
            : sends.l().stream()
                .map(send -> Instant.ofEpochSecond(Long.parseLong(send.n())))
                .toList());
  }
}
