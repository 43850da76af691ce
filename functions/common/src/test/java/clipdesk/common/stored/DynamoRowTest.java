package clipdesk.common.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.common.json.Json;
import clipdesk.common.json.Members;
import clipdesk.common.json.UnreadableException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class DynamoRowTest {
  private static final String WHOLE =
      """
      {"text": "a", "at": "2026-02-12T15:00:00.5Z", "number": 7, "flag": false, "list": ["a", "b"],
       "object": {"inner": 8}, "objects": [{"inner": 9}]}
      """;

  @Test
  void whatIsThereIsReadFromJsonAndFromAnItemAlike() {
    for (var row : List.of(Members.read(WHOLE), DynamoRow.of(item(Json.object(WHOLE))))) {
      assertThat(row.text("text")).isEqualTo("a");
      assertThat(row.optionalText("text")).contains("a");
      assertThat(row.instant("at")).isEqualTo(Instant.parse("2026-02-12T15:00:00.500Z"));
      assertThat(row.number("number", 7, 7)).isEqualTo(7);
      assertThat(row.flag("flag")).isFalse();
      assertThat(row.texts("list")).containsExactly("a", "b");
      assertThat(row.object("object").number("inner", 0)).isEqualTo(8);
      assertThat(row.objects("objects").getFirst().number("inner", 0)).isEqualTo(9);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"7.5", "99999999999999999999", "1E+30"})
  void attributeThatIsNoWholeNumberIsUnreadable(String number) {
    var row = DynamoRow.of(Map.of("x", AttributeValue.fromN(number)));
    assertUnreadable("x", () -> row.number("x", 0));
  }

  @Test
  void attributesOfOtherKindsAreOfNoKindThatIsRead() {
    var others =
        List.of(
            AttributeValue.fromNul(true),
            AttributeValue.fromSs(List.of("a")),
            AttributeValue.fromB(SdkBytes.fromUtf8String("a")));
    for (var other : others) {
      var row = DynamoRow.of(Map.of("x", other));
      assertUnreadable("x", () -> row.text("x"));
      assertUnreadable("x", () -> row.optionalText("x"));
      assertUnreadable("x", () -> row.texts("x"));
    }
  }

  private static void assertUnreadable(String member, Runnable reading) {
    assertThatThrownBy(reading::run)
        .isInstanceOfSatisfying(
            UnreadableException.class, it -> assertThat(it.member()).isEqualTo(member));
  }

  private static Map<String, AttributeValue> item(Map<?, ?> members) {
    var item = new HashMap<String, AttributeValue>();
    members.forEach((name, value) -> item.put((String) name, attribute(value)));
    return item;
  }

  private static AttributeValue attribute(Object value) {
    return switch (value) {
      case String text -> AttributeValue.fromS(text);
      case Boolean flag -> AttributeValue.fromBool(flag);
      case List<?> list -> AttributeValue.fromL(list.stream().map(it -> attribute(it)).toList());
      case Map<?, ?> map -> AttributeValue.fromM(item(map));
      default -> AttributeValue.fromN(value.toString());
    };
  }
}
