package clipdesk.accounts.table;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Values as they stand in the items; times are epoch seconds. */
public final class DynamoItems {
  private DynamoItems() {}

  public static Instant time(Map<String, AttributeValue> item, String name) {
    return Instant.ofEpochSecond(number(item, name));
  }

  public static long number(Map<String, AttributeValue> item, String name) {
    var value = item.get(name);
    return value == null ? 0 : Long.parseLong(value.n());
  }

  public static String text(Map<String, AttributeValue> item, String name) {
    return optional(item, name).orElse("");
  }

  public static Optional<String> optional(Map<String, AttributeValue> item, String name) {
    return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
  }

  /** {@code #name} for each name: many of ours are reserved words. */
  public static Map<String, String> names(String... names) {
    var aliases = new HashMap<String, String>();
    for (var name : names) {
      aliases.put("#" + name, name);
    }
    return aliases;
  }
}
