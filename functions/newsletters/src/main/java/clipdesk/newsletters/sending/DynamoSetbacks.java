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
    var values = values(campaign);
    values.put(":one", number(1));
    if (change.contains(":zero")) {
      values.put(":zero", number(0));
    }
    return Long.parseLong(
        dynamo
            .updateItem(
                update ->
                    update
                        .tableName(table)
                        .key(key(campaign))
                        .updateExpression(change)
                        .conditionExpression(condition)
                        .expressionAttributeNames(NAMES)
                        .expressionAttributeValues(values)
                        .returnValues(ReturnValue.ALL_NEW))
            .attributes()
            .get(kind.name().toLowerCase(Locale.ROOT))
            .n());
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
    var values = values(campaign);
    values.put(":zero", number(0));
    DynamoConditions.hold(
        () ->
            dynamo.updateItem(
                update ->
                    update
                        .tableName(table)
                        .key(key(campaign))
                        .updateExpression(change)
                        .conditionExpression(THIS_RUN)
                        .expressionAttributeNames(NAMES)
                        .expressionAttributeValues(values)));
  }

  private static Map<String, AttributeValue> values(Campaign campaign) {
    return new HashMap<>(Map.of(":run", number(campaign.version())));
  }

  private static Map<String, AttributeValue> key(Campaign campaign) {
    return Map.of("pk", text("CAMP#" + campaign.id()), "sk", text("SETBACKS"));
  }
}
