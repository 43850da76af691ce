package clipdesk.common.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Items of one table by their keys, as many as are asked for. */
public final class DynamoBatch {
  /** What one request may ask for. */
  private static final int MOST = 100;

  private DynamoBatch() {}

  /**
   * The items that there are, in no order.
   *
   * @param keys each once
   * @param asTheyAre whether a read must see every write that was answered before it
   * @param read the one request, which may leave some for another
   */
  public static List<Map<String, AttributeValue>> read(
      String table,
      List<Map<String, AttributeValue>> keys,
      boolean asTheyAre,
      Function<Map<String, KeysAndAttributes>, BatchGetItemResponse> read) {
    var items = new ArrayList<Map<String, AttributeValue>>();
    for (int from = 0; from < keys.size(); from += MOST) {
      var left = keys.subList(from, Math.min(keys.size(), from + MOST));
      while (!left.isEmpty()) {
        var asked = KeysAndAttributes.builder().keys(left).consistentRead(asTheyAre).build();
        var answer = read.apply(Map.of(table, asked));
        items.addAll(answer.responses().getOrDefault(table, List.of()));
        // What was too much for one answer.
        var unread = answer.unprocessedKeys().get(table);
        left = unread == null ? List.of() : unread.keys();
      }
    }
    return items;
  }
}
