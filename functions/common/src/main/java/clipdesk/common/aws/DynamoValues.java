package clipdesk.common.aws;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What items of every table are written with, and asked for. */
public final class DynamoValues {
  private DynamoValues() {}

  public static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  public static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  /** {@code #name} for each name, as expressions say it: many of ours are reserved words. */
  public static Map<String, String> names(String... names) {
    var aliases = new HashMap<String, String>();
    for (var name : names) {
      aliases.put("#" + name, name);
    }
    return aliases;
  }

  /** In whole seconds since 1970, as the table's own expiry wants it. */
  public static AttributeValue time(Instant value) {
    return number(value.getEpochSecond());
  }
}
