package clipdesk.transcript.parse;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.transcript.script.Finding;
import clipdesk.transcript.script.Finding.Code;
import clipdesk.transcript.script.Script;
import clipdesk.transcript.script.Speaker;
import clipdesk.transcript.text.OfficialText;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Texts in which every line names who speaks. */
final class LabelInEveryLineTest {
  private static final int TIMES = 50;

  @Test
  void everyLineIsATurnOfItsSpeaker() {
    var script =
        parse(
            """
            Ana Sample, Spokesperson: We did not sign.
            Jon Smyth, WXYZ: Will you?
            """);

    assertThat(script.turns()).hasSize(2 * TIMES);
    assertThat(script.speakers())
        .extracting(Speaker::shown)
        .containsExactlyInAnyOrder("Ana Sample", "Jon Smyth");
    for (var turn = 0; turn < script.turns().size(); turn++) {
      assertThat(script.turns().get(turn).speaker())
          .isEqualTo(script.turns().get(turn % 2).speaker())
          .isPresent();
    }
    assertThat(script.words()).hasSize(6 * TIMES);
  }

  /** Of two that follow each other the second may be what the first one said: an editor knows. */
  @Test
  void ofLabelsAloneEachThatMayBeTextIsAskedAbout() {
    var script =
        parse(
            """
            Ana Sample, Spokesperson
            Jon Smyth, WXYZ
            """);

    assertThat(script.findings())
        .extracting(Finding::code)
        .containsOnly(Code.DOUBTFUL_LABEL, Code.LABEL_WITHOUT_TEXT);
    assertThat(script.findings())
        .extracting(Finding::line)
        .doesNotHaveDuplicates()
        .containsAll(IntStream.rangeClosed(1, TIMES).mapToObj(it -> 2 * it).toList());
  }

  private static Script parse(String lines) {
    return ScriptParser.parse(OfficialText.of(lines.repeat(TIMES)), "en", List.of(), List.of());
  }
}
