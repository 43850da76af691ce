package clipdesk.accounts.verification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Keys and values of the Accounts table; times are epoch seconds. */
public final class DynamoItems {
  private DynamoItems() {}

  public static Map<String, AttributeValue> key(String pk) {
    return Map.of("pk", text(pk));
  }

  /** SHA-256, base64url without padding: neither ids nor addresses stand in a key. */
  public static String hash(String value) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is in every Java platform", e);
    }
  }

  public static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  public static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  public static AttributeValue time(Instant value) {
    return number(value.getEpochSecond());
  }

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
