package clipdesk.common.aws;

import java.time.Instant;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What items of every table are written with. */
public final class DynamoValues {
  private DynamoValues() {}

  public static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  public static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  /** In whole seconds since 1970, as the table's own expiry wants it. */
  public static AttributeValue time(Instant value) {
    return number(value.getEpochSecond());
  }
}
