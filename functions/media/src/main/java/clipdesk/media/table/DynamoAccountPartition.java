package clipdesk.media.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The partition {@code ACCT#id}: whatever lies in it, or is named there, goes with the account. */
public final class DynamoAccountPartition {
  /** The attribute that names rows of other partitions. */
  public static final String ELSEWHERE = "elsewhere";

  private DynamoAccountPartition() {}

  public static AttributeValue pk(String accountId) {
    return AttributeValue.fromS("ACCT#" + accountId);
  }

  /** The key of a row about an account: it is erased with the account. */
  public static Map<String, AttributeValue> key(String accountId, String sk) {
    return Map.of("pk", pk(accountId), "sk", AttributeValue.fromS(sk));
  }

  /**
   * A row about an account, together with the keys of rows elsewhere that are erased with it.
   *
   * @param item with a key of {@link #key}
   */
  public static Map<String, AttributeValue> naming(
      Map<String, AttributeValue> item, List<Map<String, AttributeValue>> elsewhere) {
    var naming = new HashMap<>(item);
    naming.put(
        ELSEWHERE, AttributeValue.fromL(elsewhere.stream().map(AttributeValue::fromM).toList()));
    return naming;
  }
}
