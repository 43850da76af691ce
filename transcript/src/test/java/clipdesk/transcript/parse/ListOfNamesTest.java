package clipdesk.transcript.parse;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.transcript.script.Speaker;
import clipdesk.transcript.text.OfficialText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names in a sentence are not those of who speaks. */
final class ListOfNamesTest {
  /** unitedstates/congressional-record#77. */
  @Test
  void namesBeforeAColonInASentenceAreText() {
    var script =
        ScriptParser.parse(
            OfficialText.of(
                """
                Mr. Sample, Chair
                I thank Mr. Alpha, Ms. Beta and Mr. Gamma: they did the work.

                Ms. Probe, Member
                So do I, and Mr. Delta: thank you.
                """),
            "en",
            List.of(),
            List.of());

    assertThat(script.turns()).hasSize(2);
    assertThat(script.speakers())
        .extracting(Speaker::shown)
        .noneMatch(it -> it.contains("Alpha") || it.contains("Gamma") || it.contains("Delta"));
    assertThat(script.word(1)).isEqualTo("thank");
  }
}
