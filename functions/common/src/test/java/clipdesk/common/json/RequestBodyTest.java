package clipdesk.common.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import clipdesk.common.problem.FieldError;
import clipdesk.common.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestBodyTest {
  @Test
  void everyBrokenRuleIsReportedAtOnce() {
    var body = RequestBody.parse("{\"email\":7,\"ranges\":[{\"in\":\"x\"},3],\"trakcs\":[\"v1\"]}");
    body.text("email", 1, 10);
    body.text("name", 1, 10);
    body.objects("ranges", 20).forEach(range -> range.number("in", 0, 9));

    assertThat(errors(body))
        .extracting(FieldError::pointer, FieldError::code)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("/email", "wrong-type"),
            org.assertj.core.groups.Tuple.tuple("/name", "missing"),
            org.assertj.core.groups.Tuple.tuple("/ranges/0/in", "wrong-type"),
            org.assertj.core.groups.Tuple.tuple("/ranges/1", "wrong-type"),
            org.assertj.core.groups.Tuple.tuple("/trakcs", "unknown-field"));
  }

  @Test
  void unknownMembersOfNestedObjectsAreFound() {
    var body = RequestBody.parse("{\"range\":{\"in\":1,\"on\":2}}");
    body.object("range").number("in", 0, 9);

    assertThat(errors(body)).extracting(FieldError::pointer).containsExactly("/range/on");
  }

  @Test
  void unreadMembersBelowAnUnknownOneAreNotListedTwice() {
    var body = RequestBody.parse("{\"a/b~c\":{\"d\":1}}");

    assertThat(errors(body)).extracting(FieldError::pointer).containsExactly("/a~1b~0c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "1e400", "99999999999999999999", "\"1\"", "true", "[1]"})
  void onlyWholeNumbersPass(String literal) {
    var body = RequestBody.parse("{\"frame\":" + literal + "}");
    assertThat(body.number("frame", 0, 100)).isEmpty();

    assertThat(errors(body)).extracting(FieldError::code).containsExactly("wrong-type");
  }

  @Test
  void boundsIncludeTheirEnds() {
    var body = RequestBody.parse("{\"low\":0,\"high\":9,\"under\":-1,\"over\":10}");

    assertThat(body.number("low", 0, 9)).hasValue(0);
    assertThat(body.number("high", 0, 9)).hasValue(9);
    assertThat(body.number("under", 0, 9)).isEmpty();
    assertThat(body.number("over", 0, 9)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"NaN", "{\"a\":NaN}", "{\"a\":Infinity}", "{", "", "null", "{}{}", "\"a\""})
  void whatIsNotOneJsonObjectIsABadRequest(String text) {
    var problem =
        catchThrowableOfType(ProblemException.class, () -> RequestBody.parse(text).finish());

    assertThat(problem.type().code()).isEqualTo("bad-request");
  }

  @ParameterizedTest
  @CsvSource({"16, unknown-field", "17, wrong-size", "5000, wrong-size"})
  void whatNestsTooDeepIsReadableAndBreaksARule(int depth, String error) {
    for (var text :
        List.of(
            "{\"a\":".repeat(depth) + "1" + "}".repeat(depth),
            "{\"a\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}")) {
      var problem =
          catchThrowableOfType(ProblemException.class, () -> RequestBody.parse(text).finish());

      assertThat(errors(problem)).extracting(FieldError::code).containsExactly(error);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "]", "}x", "}{}", "\""})
  void deepAndBrokenIsABadRequest(String end) {
    var text = "{\"a\":".repeat(17) + "1" + "}".repeat(16) + end;
    var problem =
        catchThrowableOfType(ProblemException.class, () -> RequestBody.parse(text).finish());

    assertThat(problem.type().code()).isEqualTo("bad-request");
  }

  @Test
  void textIsNormalisedButVerbatimIsNot() {
    var body = RequestBody.parse("{\"name\":\"e\\u0301\",\"password\":\" e\\u0301 \"}");

    assertThat(body.text("name", 1, 10)).isEqualTo("\u00e9");
    assertThat(body.verbatim("password")).isEqualTo(" e\u0301 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":\"\\ud800\"}",
        "{\"name\":\"a\\udc00b\"}",
        "{\"name\":\"\\udc00\\ud800\"}",
        "{\"\\ud800\":1}",
        "{\"a\":[{\"b\":[\"\\udfff\"]}]}",
        "{\"a\":\"\ud83d\"}"
      })
  void halfASurrogatePairIsABadRequestWhereverItStands(String text) {
    var problem = catchThrowableOfType(ProblemException.class, () -> RequestBody.parse(text));

    assertThat(problem.type().code()).isEqualTo("bad-request");
  }

  @Test
  void aCharacterIsACodePoint() {
    var faces = "\ud83d\ude00".repeat(3);
    var body =
        RequestBody.parse("{\"three\":\"%s\",\"four\":\"%s\"}".formatted(faces, faces + "x"));

    assertThat(body.text("three", 3, 3)).isEqualTo(faces);
    assertThat(body.text("four", 1, 3)).isEmpty();
    assertThat(errors(body)).extracting(FieldError::code).containsExactly("too-long");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "\\t", "\u00a0", "\u3000", "\u200b", "\ufeff", "\u202e \u2060", "\u3164"})
  void whatCannotBeSeenIsNoText(String blank) {
    var body = RequestBody.parse("{\"name\":\"%s\",\"note\":\"\"}".formatted(blank));

    assertThat(body.text("name", 1, 10)).isEmpty();
    assertThat(body.text("note", 0, 10)).isEmpty();
    assertThat(errors(body)).extracting(FieldError::code).containsExactly("too-short");
  }

  @Test
  void linesMayHaveLineFeedsAndNoOtherControlCharacter() {
    var body = RequestBody.parse("{\"a\":\"1\\n\\n2\",\"b\":\"1\\r\\n2\",\"c\":\"1\\n2\"}");

    assertThat(body.lines("a", 1, 10)).isEqualTo("1\n\n2");
    assertThat(body.lines("b", 1, 10)).isEmpty();
    assertThat(body.text("c", 1, 10)).isEmpty();
    assertThat(errors(body)).extracting(FieldError::code).containsExactly("control", "control");
  }

  private static List<FieldError> errors(RequestBody body) {
    return errors(catchThrowableOfType(ProblemException.class, body::finish));
  }

  @SuppressWarnings("unchecked") // the member of validation
  private static List<FieldError> errors(ProblemException problem) {
    return (List<FieldError>) problem.members().get("errors");
  }
}
