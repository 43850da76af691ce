package clipdesk.newsletters.sending;

import static clipdesk.common.aws.DynamoValues.number;
import static clipdesk.common.aws.DynamoValues.text;

import clipdesk.common.aws.DynamoConditions;
import clipdesk.newsletters.campaigns.Campaign;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * {@code CAMP#id / SETBACKS}, of the campaign's version that they were counted in: every pause and
 * every resumption has another.
 */
final class DynamoSetbacks implements Setbacks {
  private static final String THIS_RUN = "#run = :run";
  private static final String BEFORE = "attribute_not_exists(#run) OR #run < :run";

  private static final Map<String, String> NAMES = Map.of("#run", "run", "#unknown", "unknown");

  private final DynamoDbClient dynamo;
  private final String table;

  DynamoSetbacks(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public long add(Campaign campaign, Kind kind) {
    return switch (kind) {
      case UNKNOWN -> add(campaign, kind, "ADD #unknown :one", "refused = :zero, #unknown = :one");
      case REFUSED ->
          add(
              campaign,
              kind,
              "SET #unknown = :zero ADD refused :one",
              "#unknown = :zero, refused = :one");
    };
  }

  /** The first of a run may be several at once: one of them begins it. */
  private long add(Campaign campaign, Kind kind, String more, String first) {
    for (var attempt : new String[] {THIS_RUN, BEFORE, THIS_RUN}) {
      boolean begins = attempt.equals(BEFORE);
      try {
        return update(campaign, begins ? "SET #run = :run, " + first : more, attempt, kind);
      } catch (ConditionalCheckFailedException otherRun) {
        continue;
      }
    }
    // A later one.
    return 0;
  }

  private long update(Campaign campaign, String change, String condition, Kind kind) {
    var update = change(campaign, change, condition).returnValues(ReturnValue.ALL_NEW).build();
    var counted = dynamo.updateItem(update).attributes();
    return Long.parseLong(counted.get(kind.name().toLowerCase(Locale.ROOT)).n());
  }

  @Override
  public void answered(Campaign campaign) {
    reset(campaign, "SET #unknown = :zero");
  }

  @Override
  public void over(Campaign campaign) {
    reset(campaign, "SET #unknown = :zero, refused = :zero");
  }

  private void reset(Campaign campaign, String change) {
    var update = change(campaign, change, THIS_RUN).build();
    DynamoConditions.hold(() -> dynamo.updateItem(update));
  }

  private UpdateItemRequest.Builder change(Campaign campaign, String change, String condition) {
    var values = new HashMap<>(Map.of(":run", number(campaign.version())));
    Map.of(":one", 1, ":zero", 0)
        .forEach(
            (name, value) -> {
              if (change.contains(name)) {
                values.put(name, number(value));
              }
            });
    return UpdateItemRequest.builder()
        .tableName(table)
        .key(key(campaign))
        .updateExpression(change)
        .conditionExpression(condition)
        .expressionAttributeNames(NAMES)
        .expressionAttributeValues(values);
  }

  private static Map<String, AttributeValue> key(Campaign campaign) {
    return Map.of("pk", text("CAMP#" + campaign.id()), "sk", text("SETBACKS"));
  }
}
