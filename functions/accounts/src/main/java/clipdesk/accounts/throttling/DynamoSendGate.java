package clipdesk.accounts.throttling;

import clipdesk.accounts.AccountsConfig;
import clipdesk.accounts.table.DynamoKeys;
import clipdesk.common.aws.DynamoSlidingLimits;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

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
        .pass(DynamoKeys.address(email), now)
        .ifPresent(
            refusal -> {
              throw SendLimits.problem(refusal);
            });
  }

  @Override
  public List<Instant> sends(String email) {
    return limits.times(DynamoKeys.address(email));
  }
}
