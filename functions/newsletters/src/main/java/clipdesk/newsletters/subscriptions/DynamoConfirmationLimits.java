package clipdesk.newsletters.subscriptions;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.aws.DynamoSlidingLimits;
import clipdesk.common.limits.SlidingLimits;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Rows {@code ADDR#hash / ASKS} beside the lock of an address; they expire by themselves. */
public final class DynamoConfirmationLimits implements ConfirmationLimits {
  private final DynamoSlidingLimits limits;
  private final Keyed keyed;

  public DynamoConfirmationLimits(
      DynamoDbClient dynamo, String table, SlidingLimits limits, Keyed keyed) {
    this.limits = new DynamoSlidingLimits(() -> dynamo, table, limits);
    this.keyed = keyed;
  }

  @Override
  public boolean pass(EmailAddress email, Instant now) {
    return limits.pass(key(email), now).isEmpty();
  }

  @Override
  public void giveBack(EmailAddress email, Instant passed) {
    limits.giveBack(key(email), passed);
  }

  private Map<String, AttributeValue> key(EmailAddress email) {
    return Map.of(
        "pk", AttributeValue.fromS("ADDR#" + keyed.address(email)),
        "sk", AttributeValue.fromS("ASKS"));
  }
}
