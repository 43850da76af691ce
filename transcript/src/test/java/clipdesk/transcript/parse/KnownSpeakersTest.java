package clipdesk.transcript.parse;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.transcript.script.Finding;
import clipdesk.transcript.script.KnownSpeaker;
import clipdesk.transcript.script.Script;
import clipdesk.transcript.script.Speaker;
import clipdesk.transcript.text.OfficialText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Labels of people whom the catalogue names. */
final class KnownSpeakersTest {
  private static final KnownSpeaker ANA =
      new KnownSpeaker("sg", "Ana Sample", Optional.of("Secretary General"), List.of());
  private static final KnownSpeaker JON =
      new KnownSpeaker("js", "John Smyth", Optional.empty(), List.of("Smyth Jon", "The Chair"));

  @Test
  void nameInAnyOrderAndAliasAreTheSpeakers() {
    var script =
        read(List.of(ANA, JON), "Jon Smyth, WXYZ", "Ana Sample, Spokesperson", "Moderator");

    assertThat(ids(script)).containsExactly("js", "sg", "s1");
    assertThat(script.speakers().getFirst().alsoWritten()).containsExactly("John Smyth");
  }

  @Test
  void roleAloneIsThePersonWhoHasIt() {
    var script = read(List.of(ANA, JON), "Secretary General", "Moderator");

    assertThat(ids(script)).containsExactly("sg", "s1");
    assertThat(script.speakers().getFirst().name()).contains("Ana Sample");
  }

  @Test
  void roleThatNobodyHasNamesNobody() {
    assertThat(read(List.of(ANA, JON), "Moderator").speakers().getFirst())
        .returns("s1", Speaker::id)
        .returns(Optional.empty(), Speaker::name);
  }

  @Test
  void roleThatTwoHaveNamesNobody() {
    var other = new KnownSpeaker("sg-2", "Eva Probe", ANA.role(), List.of());

    assertThat(ids(read(List.of(ANA, other), "Secretary General"))).containsExactly("s1");
  }

  @Test
  void nameAndRoleOfOnePersonAreOneSpeaker() {
    var script = read(List.of(ANA), "Ana Sample, WXYZ", "Secretary General", "Jon Smyth, WXYZ");

    assertThat(ids(script)).containsExactly("sg", "s1");
    assertThat(script.findings()).extracting(Finding::code).contains(Finding.Code.LABEL_SHORTENED);
  }

  @Test
  void ofTwoWithOneNameNobodyIsTheSpeaker() {
    assertThat(ids(read(List.of(ANA), "Ana Sample, WXYZ", "Ana Sample, North Post")))
        .containsExactly("s1", "s2");
  }

  private static List<String> ids(Script script) {
    return script.speakers().stream().map(Speaker::id).toList();
  }

  private static Script read(List<KnownSpeaker> catalogue, String... labels) {
    var text = new StringBuilder();
    for (var label : labels) {
      text.append(label).append("\n\nWe said this, and we say it again.\n\n");
    }
    return ScriptParser.parse(OfficialText.of(text.toString()), "en", catalogue, List.of());
  }
}
