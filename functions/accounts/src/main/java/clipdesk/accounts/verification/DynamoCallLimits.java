package clipdesk.accounts.verification;

import static clipdesk.accounts.verification.DynamoItems.key;
import static clipdesk.accounts.verification.DynamoItems.names;
import static clipdesk.accounts.verification.DynamoItems.number;
import static clipdesk.accounts.verification.DynamoItems.time;

import clipdesk.accounts.AccountsConfig;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** One counter for each kind, place and window. */
@Singleton
final class DynamoCallLimits implements CallLimits {
  private final DynamoDbClient dynamo;
  private final String table;

  DynamoCallLimits(DynamoDbClient dynamo, AccountsConfig config) {
    this.dynamo = dynamo;
    this.table = config.table();
  }

  @Override
  public void count(String kind, String key, long limit, Duration window, Instant now) {
    try {
      dynamo.updateItem(
          update ->
              update
                  .tableName(table)
                  .key(key(pk(kind, key, window, now)))
                  .updateExpression("SET #ttl = :ttl ADD #n :one")
                  .conditionExpression("attribute_not_exists(#n) OR #n < :max")
                  .expressionAttributeNames(names("ttl", "n"))
                  .expressionAttributeValues(
                      Map.of(
                          ":ttl", time(now.plus(window).plus(window)),
                          ":one", number(1),
                          ":max", number(limit))));
    } catch (ConditionalCheckFailedException e) {
      throw refused(window, now);
    }
  }

  @Override
  public void giveBack(String kind, String key, Duration window, Instant now) {
    dynamo.updateItem(
        update ->
            update
                .tableName(table)
                .key(key(pk(kind, key, window, now)))
                .updateExpression("ADD #n :less")
                .expressionAttributeNames(names("n"))
                .expressionAttributeValues(Map.of(":less", number(-1))));
  }

  private static String pk(String kind, String key, Duration window, Instant now) {
    return "RATE#" + kind + "#" + key + "#" + now.getEpochSecond() / window.toSeconds();
  }

  private static ProblemException refused(Duration window, Instant now) {
    long seconds = window.toSeconds();
    return new ProblemException(ProblemType.TOO_MANY_REQUESTS, "Too many requests from here")
        .with("reason", "ip")
        .retryAfter(Duration.ofSeconds(seconds - now.getEpochSecond() % seconds));
  }
}
