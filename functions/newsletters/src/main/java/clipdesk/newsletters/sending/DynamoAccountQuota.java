package clipdesk.newsletters.sending;

import static clipdesk.common.aws.DynamoValues.text;

import clipdesk.common.json.Json;
import clipdesk.common.stored.DynamoRow;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * {@code QUOTA#ses / QUOTA}: SES answers for its quota once a second to the whole account, so the
 * tick asks and all senders read it here.
 */
final class DynamoAccountQuota implements AccountQuota {
  /** Of the sandbox: before the first minute nobody knows better. */
  private static final Figures UNKNOWN = new Figures(1, 200, 0);

  private static final Map<String, AttributeValue> KEY =
      Map.of("pk", text("QUOTA#ses"), "sk", text("QUOTA"));

  private final DynamoDbClient dynamo;
  private final String table;

  DynamoAccountQuota(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Figures read() {
    var item = dynamo.getItem(get -> get.tableName(table).key(KEY)).item();
    return Optional.of(item)
        .filter(it -> !it.isEmpty())
        .flatMap(it -> DynamoRow.read("quotas", it, _ -> figures(it)))
        .orElse(UNKNOWN);
  }

  private static Figures figures(Map<String, AttributeValue> item) {
    return new Figures(
        Double.parseDouble(item.get("maxSendRate").n()),
        Double.parseDouble(item.get("max24h").n()),
        Double.parseDouble(item.get("sentLast24h").n()));
  }

  void keep(Figures figures, Instant now) {
    var item = new HashMap<>(KEY);
    item.put("maxSendRate", decimal(figures.mailsPerSecond()));
    item.put("max24h", decimal(figures.mailsPerDay()));
    item.put("sentLast24h", decimal(figures.mailsLastDay()));
    item.put("readAt", text(Json.instant(now)));
    dynamo.putItem(put -> put.tableName(table).item(item));
  }

  private static AttributeValue decimal(double value) {
    return AttributeValue.fromN(Double.toString(value));
  }
}
