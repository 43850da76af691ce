package clipdesk.newsletters.subscriptions;

import clipdesk.common.stored.DynamoRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What is known of an address.
 *
 * @param rows under each key of the ring, the one to work with first; an empty one is none
 */
record DynamoAddress(List<String> keys, List<Map<String, AttributeValue>> rows) {
  static final String SUPPRESSED = "suppressed";

  Optional<String> holder() {
    return rows.stream()
        .flatMap(row -> DynamoRow.read("subscribers", row, it -> it.optionalText("sid")).stream())
        .flatMap(Optional::stream)
        .findFirst();
  }

  Optional<String> suppressed() {
    return Optional.ofNullable(suppression().get(SUPPRESSED)).map(AttributeValue::s);
  }

  /** Why it must not be written to, and since when; nothing if it may be. */
  Map<String, AttributeValue> suppression() {
    return rows.stream()
        .filter(row -> row.containsKey(SUPPRESSED))
        .findFirst()
        .map(
            row -> {
              var suppression = new HashMap<>(row);
              suppression.keySet().retainAll(Set.of(SUPPRESSED, "suppressedAt"));
              return suppression;
            })
        .orElseGet(HashMap::new);
  }

  /** Whether everything stands where it is written now. */
  boolean together() {
    return rows.stream().skip(1).allMatch(Map::isEmpty);
  }
}
