package clipdesk.accounts.sessions;

import static clipdesk.accounts.table.DynamoItems.time;

import clipdesk.accounts.AccountsConfig;
import clipdesk.accounts.table.DynamoKeys;
import clipdesk.common.identity.Caller;
import clipdesk.common.sessions.EndedSessions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items {@code ENDED#family}, until no token of theirs is left. */
@Singleton
final class DynamoEndedTokens implements EndedTokens, EndedSessions {
  /** Longer than an access token lives, by far more than clocks differ. */
  private static final Duration KEPT = Duration.ofHours(1);

  private final DynamoDbClient dynamo;
  private final String table;

  DynamoEndedTokens(DynamoDbClient dynamo, AccountsConfig config) {
    this.dynamo = dynamo;
    this.table = config.table();
  }

  @Override
  public void add(String tokenFamily, Instant now) {
    var item = new HashMap<>(pk(tokenFamily));
    item.put("ttl", time(now.plus(KEPT)));
    dynamo.putItem(put -> put.tableName(table).item(item));
  }

  /** By the session alone: sign-outs of a whole account stand in its profile. */
  @Override
  public boolean ended(Caller caller) {
    return caller.tokenFamily().filter(this::added).isPresent();
  }

  private boolean added(String tokenFamily) {
    return dynamo
        .getItem(get -> get.tableName(table).key(pk(tokenFamily)).consistentRead(true))
        .hasItem();
  }

  private static Map<String, AttributeValue> pk(String tokenFamily) {
    return DynamoKeys.of("ENDED#" + tokenFamily);
  }
}
