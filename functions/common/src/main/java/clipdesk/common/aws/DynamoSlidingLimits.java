package clipdesk.common.aws;

import static clipdesk.common.aws.DynamoValues.number;
import static clipdesk.common.aws.DynamoValues.time;

import clipdesk.common.limits.SlidingLimits;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Times in {@code sends} of an item that is given. Plain Java decides, one conditional write
 * commits; a lost race decides again.
 */
public final class DynamoSlidingLimits {
  private static final int ROUNDS = 3;
  private static final int NANOSECOND_DIGITS = 9;
  private static final Map<String, String> NAMES =
      Map.of("#ver", "ver", "#sends", "sends", "#ttl", "ttl");

  private final Supplier<DynamoDbClient> dynamo;
  private final String table;
  private final SlidingLimits limits;

  public DynamoSlidingLimits(Supplier<DynamoDbClient> dynamo, String table, SlidingLimits limits) {
    this.dynamo = dynamo;
    this.table = table;
    this.limits = limits;
  }

  /**
   * Remembers that it happens now, if it may.
   *
   * @param key of the item; other attributes of it stay as they are, but the item expires
   * @return why it may not; then nothing is remembered
   */
  public Optional<SlidingLimits.Refusal> pass(Map<String, AttributeValue> key, Instant now) {
    for (int round = 0; round < ROUNDS; round++) {
      var item = item(key);
      var times = sends(item);
      var refusal = limits.refusal(times, now);
      if (refusal.isPresent() || commit(key, limits.with(times, now), version(item), now)) {
        return refusal;
      }
    }
    return Optional.of(limits.crowded());
  }

  /**
   * Forgets what passed at this very instant and did not happen; once more, it forgets no other.
   */
  public void giveBack(Map<String, AttributeValue> key, Instant passed) {
    for (int round = 0; round < ROUNDS; round++) {
      var item = item(key);
      var left = sends(item).stream().filter(time -> !time.equals(passed)).toList();
      if (commit(key, left, version(item), passed)) {
        return;
      }
    }
  }

  /** Why it may not happen now, as far as can be seen; nothing is remembered. */
  public Optional<SlidingLimits.Refusal> refusal(Map<String, AttributeValue> key, Instant now) {
    return limits.refusal(sends(item(key)), now);
  }

  /** When it happened lately, oldest first. */
  public List<Instant> times(Map<String, AttributeValue> key) {
    return sends(item(key));
  }

  private Map<String, AttributeValue> item(Map<String, AttributeValue> key) {
    return dynamo.get().getItem(get -> get.tableName(table).key(key).consistentRead(true)).item();
  }

  private boolean commit(
      Map<String, AttributeValue> key, List<Instant> times, long version, Instant now) {
    var values = new HashMap<String, AttributeValue>();
    values.put(":new", number(version + 1));
    values.put(":sends", AttributeValue.fromL(seconds(times.stream())));
    values.put(":ttl", time(now.plus(limits.longest().multipliedBy(2))));
    if (version > 0) {
      values.put(":old", number(version));
    }
    return DynamoConditions.hold(
        () ->
            dynamo
                .get()
                .updateItem(
                    update ->
                        update
                            .tableName(table)
                            .key(key)
                            .updateExpression("SET #ver = :new, #sends = :sends, #ttl = :ttl")
                            .conditionExpression(
                                version == 0 ? "attribute_not_exists(#ver)" : "#ver = :old")
                            .expressionAttributeNames(NAMES)
                            .expressionAttributeValues(values)));
  }

  private static long version(Map<String, AttributeValue> item) {
    return item.containsKey("ver") ? Long.parseLong(item.get("ver").n()) : 0;
  }

  private static List<Instant> sends(Map<String, AttributeValue> item) {
    return item.containsKey("sends")
        ? item.get("sends").l().stream().map(time -> instant(new BigDecimal(time.n()))).toList()
        : List.of();
  }

  private static Instant instant(BigDecimal seconds) {
    return Instant.ofEpochSecond(
        seconds.longValue(),
        seconds.remainder(BigDecimal.ONE).movePointRight(NANOSECOND_DIGITS).longValue());
  }

  /** Since 1970, to the nanosecond. */
  private static List<AttributeValue> seconds(Stream<Instant> times) {
    return times
        .map(it -> BigDecimal.valueOf(it.getNano(), NANOSECOND_DIGITS).add(whole(it)))
        .map(it -> AttributeValue.fromN(it.stripTrailingZeros().toPlainString()))
        .toList();
  }

  private static BigDecimal whole(Instant time) {
    return BigDecimal.valueOf(time.getEpochSecond());
  }
}
