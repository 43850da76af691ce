package clipdesk.accounts.verification;

import static clipdesk.accounts.verification.DynamoItems.hash;
import static clipdesk.accounts.verification.DynamoItems.key;

import clipdesk.accounts.AccountsConfig;
import clipdesk.common.aws.DynamoSlidingLimits;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** When mails went to an address, in the item that names its newest sign-up as well. */
@Singleton
final class DynamoSendGate implements SendGate {
  private final DynamoSlidingLimits limits;

  DynamoSendGate(DynamoDbClient dynamo, AccountsConfig config) {
    this.limits = new DynamoSlidingLimits(() -> dynamo, config.table(), SendLimits.OF_AN_ADDRESS);
  }

  @Override
  public void pass(String email, Instant now) {
    limits
        .pass(item(email), now)
        .ifPresent(
            refusal -> {
              throw SendLimits.problem(refusal);
            });
  }

  @Override
  public List<Instant> sends(String email) {
    return limits.times(item(email));
  }

  private static Map<String, AttributeValue> item(String email) {
    return key("ADDR#" + hash(email));
  }
}
