package clipdesk.transcript.parse;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.transcript.edits.Edit;
import clipdesk.transcript.script.Finding;
import clipdesk.transcript.script.KnownSpeaker;
import clipdesk.transcript.script.Script;
import clipdesk.transcript.script.Speaker;
import clipdesk.transcript.text.OfficialText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two people whom one label was taken for, and what is said of labels once it is settled. */
final class PartedLabelsTest {
  private static final String ALIKE = talk("Jon Smyth, WXYZ", "Jon Smith, WXYZ", "Jon Smith, WXYZ");

  @Test
  void whoIsLabelledNearlyAlikeIsPartedByTheLabel() {
    assertThat(shown(read(ALIKE))).containsExactly("Jon Smith");

    var script = read(ALIKE, new Edit.Part("Jon Smith, WXYZ"));

    assertThat(shown(script)).containsExactly("Jon Smyth", "Jon Smith");
    assertThat(script.speakers()).extracting(Speaker::alsoWritten).containsOnly(List.of());
    assertThat(script.findings()).isEmpty();
  }

  @Test
  void labelsOfOnePersonStayTogetherWhenOneOfThemIsParted() {
    var text = ALIKE + talk("Jon Smith");

    assertThat(shown(read(text, new Edit.Part("Jon Smith, WXYZ"))))
        .containsExactly("Jon Smyth", "Jon Smith");
  }

  @Test
  void whoHasTheSameWordsInAnotherOrderIsParted() {
    var script = read(talk("Li Wei, WXYZ", "Wei Li, WXYZ"), new Edit.Part("Wei Li"));

    assertThat(shown(script)).containsExactly("Li Wei", "Wei Li");
    assertThat(script.findings()).isEmpty();
  }

  @Test
  void whoIsLabelledByAnOfficeAloneIsParted() {
    var text = talk("Council Spokesperson Ana Sample", "Jon Smith, WXYZ", "Council Spokesperson");

    var script = read(text, new Edit.Part("Council Spokesperson"));

    assertThat(codes(read(text))).contains("label-shortened");
    assertThat(shown(script)).containsExactly("Ana Sample", "Jon Smith", "Council Spokesperson");
    assertThat(codes(script)).doesNotContain("label-shortened", "edit-lost");
  }

  @Test
  void officeThatIsPartedIsNotTheSpeakerWhomTheCatalogueHasInIt() {
    var text = OfficialText.of(talk("Minister Ana Sample", "Council Spokesperson"));
    var ana = new KnownSpeaker("ana", "Ana Sample", Optional.of("Council Spokesperson"), List.of());
    var part = List.<Edit>of(new Edit.Part("Council Spokesperson"));

    assertThat(ScriptParser.parse(text, "en", List.of(ana), List.of()).speakers()).hasSize(1);
    assertThat(ScriptParser.parse(text, "en", List.of(ana), part).speakers())
        .extracting(Speaker::id)
        .containsExactly("ana", "s1");
  }

  @Test
  void lastOfMergeAndPartHolds() {
    var merge = new Edit.Merge("Jon Smith, WXYZ", "Jon Smyth, WXYZ");
    var part = new Edit.Part("Jon Smith, WXYZ");

    assertThat(read(ALIKE, merge, part).speakers()).hasSize(2);
    assertThat(read(ALIKE, part, merge).speakers()).hasSize(1);
    assertThat(read(ALIKE, merge, part, merge).speakers()).hasSize(1);
  }

  @Test
  void orderOfNamesIsSaidOfTheSpeakerThatAMergeMakes() {
    var text =
        talk("Muster Jana, WXYZ", "Jana Muster, WXYZ", "Jana Muster, WXYZ")
            + talk("Ida Beispiel, WXYZ", "Ida Beispiel, WXYZ", "Ida Beispiel, WXYZ");
    assertThat(codes(read(text))).containsExactly("name-order");

    var script = read(text, new Edit.Merge("Jana Muster, WXYZ", "Ida Beispiel, WXYZ"));

    assertThat(shown(script)).containsExactly("Ida Beispiel");
    assertThat(script.findings()).isEmpty();
  }

  @Test
  void orderOfNamesThatAMergeTurnsIsSaidTheOtherWay() {
    var text =
        talk("Muster Jana, WXYZ", "Jana Muster, WXYZ", "Jana Muster, WXYZ")
            + talk("Muster Jana, RTV", "Muster Jana, RTV");

    var script = read(text, new Edit.Merge("Muster Jana, RTV", "Jana Muster, WXYZ"));

    assertThat(script.findings())
        .extracting(it -> it.code().code() + it.line() + it.suggestion().orElse(""))
        .containsExactly("name-order5Muster Jana", "name-order9Muster Jana");
  }

  private static String talk(String... labels) {
    var talk = new StringBuilder();
    Stream.of(labels).forEach(it -> talk.append(it).append("\n\nWe will see that.\n\n"));
    return talk.toString();
  }

  private static Script read(String text, Edit... edits) {
    return ScriptParser.parse(OfficialText.of(text), "en", List.of(), List.of(edits));
  }

  private static List<String> shown(Script script) {
    return script.speakers().stream().map(Speaker::shown).toList();
  }

  private static List<String> codes(Script script) {
    return script.findings().stream().map(Finding::code).map(Finding.Code::code).toList();
  }
}
