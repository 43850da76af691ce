package clipdesk.transcript.parse;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.transcript.testing.RandomTalk;
import clipdesk.transcript.text.OfficialText;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The parser on texts with known truth; {@code make bench-transcripts} reads many more. */
final class RandomTalksTest {
  private static final int OF_EACH = 30;

  @ParameterizedTest
  @EnumSource
  void talkIsReadToTheTurnSpeakerOutletAndRole(RandomTalk.Form form) {
    for (var language : List.of("en", "fr", "uk")) {
      for (var seed = 0; seed < OF_EACH; seed++) {
        var talk = RandomTalk.of(seed, language, form);
        var official = OfficialText.of(talk.text());

        var script = ScriptParser.parse(official, language, List.of(), List.of());

        assertThat(RandomTalk.read(script)).as(talk.text()).isEqualTo(talk.turns());
        assertThat(RandomTalk.lost(script)).as(talk.text()).isZero();
      }
    }
  }
}
