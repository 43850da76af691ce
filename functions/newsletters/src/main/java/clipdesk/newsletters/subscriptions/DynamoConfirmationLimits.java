package clipdesk.newsletters.subscriptions;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.aws.DynamoSlidingLimits;
import clipdesk.common.limits.SlidingLimits;
import clipdesk.common.limits.SlidingLimits.Allowance;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Rows {@code ADDR#hash / ASKS}, {@code REMINDERS} and {@code ERASURES} beside the lock of an
 * address; they expire by themselves.
 */
public final class DynamoConfirmationLimits implements ConfirmationLimits {
  private final DynamoSlidingLimits limits;
  private final Keyed keyed;
  private final String row;

  public DynamoConfirmationLimits(
      DynamoDbClient dynamo, String table, SlidingLimits limits, Keyed keyed) {
    this(dynamo, table, limits, keyed, "ASKS");
  }

  private DynamoConfirmationLimits(
      DynamoDbClient dynamo, String table, SlidingLimits limits, Keyed keyed, String row) {
    this.row = row;
    this.limits = new DynamoSlidingLimits(() -> dynamo, table, limits);
    this.keyed = keyed;
  }

  /** Of mails to who has everything already: one a day. */
  public static DynamoConfirmationLimits ofReminders(
      DynamoDbClient dynamo, String table, Keyed keyed) {
    var once = SlidingLimits.of(new Allowance("daily", 1, Duration.ofDays(1)));
    return new DynamoConfirmationLimits(dynamo, table, once, keyed, "REMINDERS");
  }

  /** Of mails with a link to be forgotten by. */
  public static DynamoConfirmationLimits ofErasures(
      DynamoDbClient dynamo, String table, SlidingLimits limits, Keyed keyed) {
    return new DynamoConfirmationLimits(dynamo, table, limits, keyed, "ERASURES");
  }

  @Override
  public boolean allows(EmailAddress email, Instant now) {
    return limits.refusal(key(email), now).isEmpty();
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
        "pk", AttributeValue.fromS(Keyed.partition(keyed.address(email))),
        "sk", AttributeValue.fromS(row));
  }
}
