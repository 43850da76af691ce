package clipdesk.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions as people type them, and parameters that are none. */
final class SearchQuestionsFunctionTest extends SearchCalls {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "q|''|missing",
        "q|'\"treaty'|unbalanced-quote",
        "q|ab*|too-short",
        "q|a b c d e f g h i j k|too-many-terms",
        "language|EN|malformed",
        "speaker|!|malformed",
        "outlet|''|malformed",
        "event|A b|malformed",
        "video|x|malformed",
        "from|yesterday|malformed",
        "order|oldest|unknown-value",
        "limit|0|out-of-range"
      })
  void parameterThatIsNoneIsRefusedByItsName(String name, String value, String code) {
    var answer = name.equals("q") ? search("q", value) : search("q", "treaty", name, value);

    assertThat(answer.getStatusCode()).isEqualTo(422);
    assertThat(list(json(answer), "errors"))
        .extracting(it -> it.get("pointer") + " " + it.get("code"))
        .containsExactly("query:" + name + " " + code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*:* council", "council^4 AND (x", "title:council~2", "[a TO council]"})
  void questionInTheSyntaxOfASearchEngineIsAnswered(String question) {
    bring(TEXT);

    assertThat(search("q", question).getStatusCode()).isEqualTo(200);
    assertThat(search("q", "*".repeat(1_000)).getStatusCode()).isEqualTo(422);
  }

  @Test
  void daysAreInOrder() {
    assertThat(search("q", "a", "from", "2026-02-02", "to", "2026-02-01").getStatusCode())
        .isEqualTo(422);
    assertThat(search("q", "a", "from", "2026-02-02", "to", "2026-02-02").getStatusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "!!", "MS4yLjM", "AAAA"})
  void cursorThatIsNoneIsRefused(String cursor) {
    assertThat(problem(search("q", "council", "cursor", cursor))).isEqualTo("bad-request");
  }
}
