package clipdesk.transcript.revision;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.transcript.parse.ScriptParser;
import clipdesk.transcript.script.Script;
import clipdesk.transcript.text.OfficialText;
import clipdesk.transcript.timing.How;
import clipdesk.transcript.timing.WordTimes;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ConfidenceTest {
  /** 4, 2 and 6 letters. */
  private static final String TEXT = "They do little.\n";

  @Test
  void longWordsCountForMoreThanShortOnes() {
    assertThat(percent(How.A, How.I, How.U)).isEqualTo(Math.round(100 * (4 + 2 * 0.4) / 12));
    assertThat(percent(How.U, How.I, How.F)).isEqualTo(Math.round(100 * (2 * 0.4 + 6 * 0.8) / 12));
    assertThat(percent(How.P, How.A, How.A)).isEqualTo(100);
    assertThat(percent(How.E, How.E, How.E)).isEqualTo(10);
    assertThat(percent(How.N, How.U, How.N)).isZero();
  }

  @Test
  void ofNoWordsNothingIsSure() {
    assertThat(Confidence.percent(script(), new WordTimes(3), 1, 1)).isZero();
  }

  private static long percent(How... hows) {
    var times = new WordTimes(hows.length);
    for (var word = 0; word < hows.length; word++) {
      times.set(word, hows[word], 1_000 * word, 1_000 * word + 400, 0);
    }
    return Confidence.percent(script(), times, 0, hows.length);
  }

  private static Script script() {
    return ScriptParser.parse(OfficialText.of(TEXT), "en", List.of(), List.of());
  }
}
