package clipdesk.common.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MergePatchTest {
  /** The examples of RFC 7396, appendix A, whose target and patch are objects. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"a":"b"}            | {"a":"c"}                 | {"a":"c"}
          {"a":"b"}            | {"b":"c"}                 | {"a":"b","b":"c"}
          {"a":"b"}            | {"a":null}                | {}
          {"a":"b","b":"c"}    | {"a":null}                | {"b":"c"}
          {"a":["b"]}          | {"a":"c"}                 | {"a":"c"}
          {"a":"c"}            | {"a":["b"]}               | {"a":["b"]}
          {"a":{"b":"c"}}      | {"a":{"b":"d","c":null}}  | {"a":{"b":"d"}}
          {"a":[{"b":"c"}]}    | {"a":[1]}                 | {"a":[1]}
          {"e":null}           | {"a":1}                   | {"e":null,"a":1}
          {}                   | {"a":{"bb":{"ccc":null}}} | {"a":{"bb":{}}}
          """)
  void patchIsAppliedAsTheStandardSays(String target, String patch, String result) {
    assertThat(MergePatch.applied(Json.object(target), Json.object(patch)))
        .isEqualTo(Json.object(result));
  }
}
