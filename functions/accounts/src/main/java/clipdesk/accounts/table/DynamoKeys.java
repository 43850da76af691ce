package clipdesk.accounts.table;

import clipdesk.common.aws.DynamoValues;
import clipdesk.common.digests.Sha256;
import java.util.Base64;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Keys of the items there are. No address and no id that opens something stands in one: of those it
 * holds a hash.
 */
public final class DynamoKeys {
  private static final String ACCOUNT = "USER#";
  private static final String SESSION = "SESSION#";

  private DynamoKeys() {}

  /** What is kept of an account beside its user in the pool. */
  public static Map<String, AttributeValue> account(String sub) {
    return of(ACCOUNT + sub);
  }

  /** What every key of an account begins with. */
  public static AttributeValue accounts() {
    return DynamoValues.text(ACCOUNT);
  }

  /** Whose account has this key. */
  public static String sub(String pk) {
    return pk.substring(ACCOUNT.length());
  }

  public static Map<String, AttributeValue> session(String id) {
    return of(SESSION + id);
  }

  /** Which session has this key. */
  public static String sessionId(String pk) {
    return pk.substring(SESSION.length());
  }

  /**
   * A verification.
   *
   * @param hash of its id
   */
  public static Map<String, AttributeValue> verification(String hash) {
    return of("V#" + hash);
  }

  /** Which sign-up of an address is the newest, and when mails went to it. */
  public static Map<String, AttributeValue> address(String email) {
    return of("ADDR#" + hash(email));
  }

  /** How far the sweep has come in the table. */
  public static Map<String, AttributeValue> sweep() {
    return of("SWEEP#accounts");
  }

  /** A key that was read from the table. */
  public static Map<String, AttributeValue> of(String pk) {
    return Map.of("pk", DynamoValues.text(pk));
  }

  /** SHA-256, base64url without padding. */
  public static String hash(String value) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(value));
  }
}
