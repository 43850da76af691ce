package clipdesk.transcript.parse;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.transcript.script.Finding;
import clipdesk.transcript.text.OfficialText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An editor who settles findings one by one meets the same ones after a new upload. */
final class FindingIdsTest {
  private static final String TEXT =
      """
      Good morning, and welcome.

      Jon Smyth, WXYZ

      Will you sign?

      Council Spokesperson Ana Sample

      We will not sign.

      Jon Smith, WXYZ

      Why not?
      """;

  @Test
  void idsStayWhenLinesMove() {
    var before = findings(TEXT);
    var moved =
        TEXT.replace("Jon Smyth", "\n\n\nJon Smyth").replace("sign?", "sign? Or not?\n\nWill you?");

    var after = findings(moved);

    assertThat(before).hasSizeGreaterThan(1);
    assertThat(after).extracting(Finding::id).isEqualTo(before.stream().map(Finding::id).toList());
    assertThat(after).extracting(Finding::line).doesNotHaveDuplicates().isNotEqualTo(lines(before));
  }

  @Test
  void idOfAnotherExcerptIsAnother() {
    assertThat(findings(TEXT.replace("Good morning", "Good evening")).getFirst().id())
        .startsWith("unlabelled-turn-")
        .isNotEqualTo(findings(TEXT).getFirst().id());
  }

  private static List<Finding> findings(String text) {
    return ScriptParser.parse(OfficialText.of(text), "en", List.of(), List.of()).findings();
  }

  private static List<Integer> lines(List<Finding> findings) {
    return findings.stream().map(Finding::line).toList();
  }
}
