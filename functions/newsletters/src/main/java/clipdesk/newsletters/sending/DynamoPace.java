package clipdesk.newsletters.sending;

import static clipdesk.common.aws.DynamoValues.number;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleSupplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * A token bucket without burst: one item holds the theoretical arrival time of the next mail, in
 * microseconds (generic cell rate algorithm).
 */
final class DynamoPace implements Pace {
  private static final Map<String, AttributeValue> KEY =
      Map.of("pk", AttributeValue.fromS("RATE#ses"), "sk", AttributeValue.fromS("RATE"));

  private static final long NEVER_TOO_LATE = Long.MAX_VALUE;

  private final DynamoDbClient dynamo;
  private final String table;
  private final DoubleSupplier mailsPerSecond;
  private final double share;
  private final InstantSource clock;

  /**
   * @param mailsPerSecond of the account, asked for at each reservation: it grows
   * @param share of it; the rest is left to codes, which take no slots
   */
  DynamoPace(
      DynamoDbClient dynamo,
      String table,
      DoubleSupplier mailsPerSecond,
      double share,
      InstantSource clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.mailsPerSecond = mailsPerSecond;
    this.share = share;
    this.clock = clock;
  }

  @Override
  public Duration slot() {
    return Duration.of(slotMicros(), ChronoUnit.MICROS);
  }

  private long slotMicros() {
    return Math.round(1_000_000 / (mailsPerSecond.getAsDouble() * share));
  }

  @Override
  public Turn ask(int slots, Instant latest, Duration ahead) {
    return take(slotMicros() * slots, micros(latest), ahead);
  }

  @Override
  public void slowDown(Duration by) {
    take(micros(Instant.EPOCH.plus(by)), NEVER_TOO_LATE, HOWEVER_FAR);
  }

  @Override
  public void standBy(Instant until) {
    // Woken early, it waits on.
    for (var left = left(until); left.isPositive(); left = left(until)) {
      LockSupport.parkNanos(left.toNanos());
    }
  }

  private Duration left(Instant slot) {
    return Duration.between(clock.instant(), slot);
  }

  private static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  private Turn take(long cost, long latest, Duration ahead) {
    while (true) {
      var asked = clock.instant();
      long now = micros(asked);
      if (now > latest) {
        return new Turn(asked, /* reserved= */ false);
      }
      long last = Math.min(latest, micros(asked.plus(ahead)));
      try {
        long next =
            update(
                "SET tat = tat + :step",
                "tat > :now AND tat <= :latest",
                Map.of(":step", number(cost), ":now", number(now), ":latest", number(last)));
        return new Turn(instant(next - cost), /* reserved= */ true);
      } catch (ConditionalCheckFailedException idleOrTooLate) {
        long arrival = arrival(idleOrTooLate);
        if (arrival > last) {
          return new Turn(instant(arrival), /* reserved= */ false);
        }
        try {
          update(
              "SET tat = :step",
              "attribute_not_exists(tat) OR tat <= :now",
              Map.of(":step", number(now + cost), ":now", number(now)));
          return new Turn(instant(now), /* reserved= */ true);
        } catch (ConditionalCheckFailedException raced) {
          // Another sender was faster: queue up behind it.
          continue;
        }
      }
    }
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  private static long arrival(ConditionalCheckFailedException refused) {
    return refused.hasItem() ? Long.parseLong(refused.item().get("tat").n()) : 0;
  }

  private long update(String expression, String condition, Map<String, AttributeValue> values) {
    return Long.parseLong(
        dynamo
            .updateItem(
                update ->
                    update
                        .tableName(table)
                        .key(KEY)
                        .updateExpression(expression)
                        .conditionExpression(condition)
                        .expressionAttributeValues(values)
                        .returnValues(ReturnValue.UPDATED_NEW)
                        .returnValuesOnConditionCheckFailure(
                            ReturnValuesOnConditionCheckFailure.ALL_OLD))
            .attributes()
            .get("tat")
            .n());
  }
}
