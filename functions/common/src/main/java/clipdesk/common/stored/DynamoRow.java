package clipdesk.common.stored;

import clipdesk.common.json.Members;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item of a table as {@link Members}. */
public final class DynamoRow {
  private DynamoRow() {}

  /** Reads an item, unless it cannot be read: then it is left out, and named by its key. */
  public static <T> Optional<T> read(
      String store, Map<String, AttributeValue> item, Function<Members, T> reading) {
    return LeftOut.ifUnreadable(store, key(item), () -> reading.apply(of(item)));
  }

  private static String key(Map<String, AttributeValue> item) {
    return Stream.of("pk", "sk")
        .filter(item::containsKey)
        .map(name -> item.get(name).s())
        .collect(Collectors.joining(" / "));
  }

  public static Members of(Map<String, AttributeValue> item) {
    return Members.of(members(item));
  }

  private static Map<String, Object> members(Map<String, AttributeValue> attributes) {
    var members = new LinkedHashMap<String, Object>();
    attributes.forEach((name, value) -> members.put(name, member(value)));
    return members;
  }

  private static Object member(AttributeValue value) {
    return switch (value.type()) {
      case S -> value.s();
      case N -> number(new BigDecimal(value.n()));
      case BOOL -> value.bool();
      case M -> members(value.m());
      case L -> items(value.l());
      // Sets, bytes and null are of no kind that anybody reads.
      default -> value;
    };
  }

  private static List<Object> items(List<AttributeValue> values) {
    return values.stream().map(DynamoRow::member).toList();
  }

  private static Number number(BigDecimal value) {
    try {
      return value.longValueExact();
    } catch (ArithmeticException fractionOrTooLarge) {
      return value;
    }
  }
}
