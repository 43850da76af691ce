package clipdesk.common.stored;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a row may have become: every attribute but the keys is taken away, or of another kind. */
public final class SpoiltItems {
  private static final List<AttributeValue> OTHERS =
      List.of(
          AttributeValue.fromNul(true),
          AttributeValue.fromBool(true),
          AttributeValue.fromN("7"),
          AttributeValue.fromN("-1"),
          AttributeValue.fromN("1.5"),
          AttributeValue.fromN("99999999999999999999999999999999999999"),
          AttributeValue.fromS(""),
          AttributeValue.fromS("rubbish"),
          AttributeValue.fromS("{}"),
          AttributeValue.fromS("[7]"),
          AttributeValue.fromS("{\"en\":"),
          AttributeValue.fromS("+1000000000-01-01T00:00:00Z"),
          AttributeValue.fromL(List.of()),
          AttributeValue.fromL(List.of(AttributeValue.fromN("7"))),
          AttributeValue.fromM(Map.of()),
          AttributeValue.fromSs(List.of("a")),
          AttributeValue.fromB(SdkBytes.fromUtf8String("a")));

  private SpoiltItems() {}

  /**
   * @param keys attributes that the table or an index needs to find the row; they stay
   */
  public static List<Map<String, AttributeValue>> of(
      Map<String, AttributeValue> item, Set<String> keys) {
    var spoilt = new ArrayList<Map<String, AttributeValue>>();
    for (var name : item.keySet()) {
      if (!keys.contains(name)) {
        var without = new HashMap<>(item);
        without.remove(name);
        spoilt.add(Map.copyOf(without));
        OTHERS.forEach(other -> spoilt.add(with(item, name, other)));
      }
    }
    return List.copyOf(spoilt);
  }

  public static Map<String, AttributeValue> with(
      Map<String, AttributeValue> item, String name, AttributeValue value) {
    var other = new HashMap<>(item);
    other.put(name, value);
    return Map.copyOf(other);
  }

  /** Attributes that are texts. */
  public static Map<String, AttributeValue> texts(Map<String, String> texts) {
    var item = new HashMap<String, AttributeValue>();
    texts.forEach((name, text) -> item.put(name, AttributeValue.fromS(text)));
    return Map.copyOf(item);
  }
}
