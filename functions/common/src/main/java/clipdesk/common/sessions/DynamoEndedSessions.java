package clipdesk.common.sessions;

import static clipdesk.common.aws.DynamoValues.time;

import clipdesk.common.aws.DynamoConditions;
import clipdesk.common.identity.Caller;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/**
 * Marks {@code ENDED#SESSION#family} and {@code ENDED#ACCT#id} in a context's own table, both read
 * in one round trip; where the table has a sort key, it is {@code ENDED}.
 */
public final class DynamoEndedSessions implements EndedSessions {
  /** An access token lives 15 minutes, and the word of its end may be a little early. */
  private static final Duration MATTERS = Duration.ofMinutes(20);

  private static final int TRIES = 5;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
  private static final Duration COME_BACK = Duration.ofSeconds(5);

  private final Supplier<DynamoDbClient> dynamo;
  private final String table;
  private final Map<String, AttributeValue> sortKey;
  private final InstantSource clock;

  /**
   * In a table with the keys {@code pk} and {@code sk}, and {@code ttl} as its expiry.
   *
   * @param dynamo asked for at the first call: not every request has a caller
   */
  public DynamoEndedSessions(Supplier<DynamoDbClient> dynamo, String table, InstantSource clock) {
    this(dynamo, table, Map.of("sk", AttributeValue.fromS("ENDED")), clock);
  }

  private DynamoEndedSessions(
      Supplier<DynamoDbClient> dynamo,
      String table,
      Map<String, AttributeValue> sortKey,
      InstantSource clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.sortKey = sortKey;
    this.clock = clock;
  }

  /** In a table with the key {@code pk} alone. */
  public static DynamoEndedSessions withoutSortKey(
      Supplier<DynamoDbClient> dynamo, String table, InstantSource clock) {
    return new DynamoEndedSessions(dynamo, table, Map.of(), clock);
  }

  /**
   * @throws ProblemException {@code unavailable} if the table does not answer in full
   */
  @Override
  public boolean ended(Caller caller) {
    long now = clock.instant().getEpochSecond();
    return marks(caller).stream()
        .filter(mark -> !mark.containsKey("ttl") || now < number(mark, "ttl"))
        .anyMatch(mark -> ends(mark, caller));
  }

  private static boolean ends(Map<String, AttributeValue> mark, Caller caller) {
    return !mark.containsKey("validAfter")
        || caller.authenticatedAt().getEpochSecond() < number(mark, "validAfter");
  }

  private List<Map<String, AttributeValue>> marks(Caller caller) {
    var keys = new ArrayList<Map<String, AttributeValue>>();
    keys.add(ofAccount(caller.accountId()));
    caller.tokenFamily().map(this::ofSession).ifPresent(keys::add);
    var wanted = Map.of(table, KeysAndAttributes.builder().keys(keys).consistentRead(true).build());
    var found = new ArrayList<Map<String, AttributeValue>>();
    for (int i = 0; i < TRIES; i++) {
      var asked = wanted;
      var answer = dynamo.get().batchGetItem(get -> get.requestItems(asked));
      found.addAll(answer.responses().getOrDefault(table, List.of()));
      wanted = answer.unprocessedKeys();
      if (wanted.isEmpty()) {
        return found;
      }
      LockSupport.parkNanos(FIRST_PAUSE.toNanos() << i);
    }
    throw new ProblemException(ProblemType.UNAVAILABLE).retryAfter(COME_BACK);
  }

  @Override
  public void sessionEnded(String tokenFamily) {
    dynamo
        .get()
        .updateItem(
            update ->
                update
                    .tableName(table)
                    .key(ofSession(tokenFamily))
                    .updateExpression("SET #ttl = :ttl")
                    .expressionAttributeNames(Map.of("#ttl", "ttl"))
                    .expressionAttributeValues(Map.of(":ttl", end())));
  }

  /**
   * An account's id is never given again, so the mark of its deletion needs no end: whatever comes
   * late, a message, an offer or a restored table, meets it.
   */
  @Override
  public void accountDeleted(String accountId) {
    dynamo
        .get()
        .updateItem(
            update ->
                update
                    .tableName(table)
                    .key(ofAccount(accountId))
                    .updateExpression("REMOVE validAfter, #ttl")
                    .expressionAttributeNames(Map.of("#ttl", "ttl")));
  }

  @Override
  public void sessionsEnded(String accountId, Instant validAfter) {
    // The mark of a later instant, or of a deletion, stays: it ends these sessions too.
    DynamoConditions.hold(
        () ->
            dynamo
                .get()
                .updateItem(
                    update ->
                        update
                            .tableName(table)
                            .key(ofAccount(accountId))
                            .updateExpression("SET validAfter = :validAfter, #ttl = :ttl")
                            .conditionExpression(
                                // The mark of a deletion has neither of the two.
                                "attribute_not_exists(pk) OR validAfter <= :validAfter OR #ttl <="
                                    + " :now")
                            .expressionAttributeNames(Map.of("#ttl", "ttl"))
                            .expressionAttributeValues(
                                Map.of(
                                    ":validAfter", time(validAfter),
                                    ":now", time(clock.instant()),
                                    ":ttl", end()))));
  }

  private AttributeValue end() {
    return time(clock.instant().plus(MATTERS));
  }

  private Map<String, AttributeValue> ofSession(String tokenFamily) {
    return key("ENDED#SESSION#" + tokenFamily);
  }

  private Map<String, AttributeValue> ofAccount(String accountId) {
    return key("ENDED#ACCT#" + accountId);
  }

  private Map<String, AttributeValue> key(String pk) {
    var key = new HashMap<>(sortKey);
    key.put("pk", AttributeValue.fromS(pk));
    return key;
  }

  private static long number(Map<String, AttributeValue> item, String name) {
    return Long.parseLong(item.get(name).n());
  }
}
