package clipdesk.transcript.parse;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.transcript.edits.Anchor;
import clipdesk.transcript.edits.Edit;
import clipdesk.transcript.edits.LineKind;
import clipdesk.transcript.edits.Naming;
import clipdesk.transcript.script.Finding;
import clipdesk.transcript.script.Finding.Code;
import clipdesk.transcript.script.Script;
import clipdesk.transcript.text.OfficialText;
import clipdesk.transcript.text.TextReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class EditPlacesTest {
  private static final Path CORPUS = Path.of("src/test/resources/clipdesk/transcript/parse");
  private static final Naming SOMEBODY =
      new Naming("Max Muster", Optional.empty(), Optional.empty());
  private static final String ANSWER = "\n\nAna Sample, Council Spokesperson\n\nNo.\n";

  @Test
  void longOpeningIsNamedByItsFirstTwelveWords() {
    var script =
        read(
            "Good morning, and welcome to the weekly press conference of the council and its many"
                + " committees, which has been moved to this room because the other one is being"
                + " painted, and will therefore be short."
                + ANSWER);

    assertThat(names(script, Code.UNLABELLED_TURN).turn())
        .contains(
            new Anchor(
                "Good morning and welcome to the weekly press conference of the council", 0));
  }

  @Test
  void noteAtTheBeginningIsNoWordOfATurnAndIsOneOfItsLine() {
    var names = names(read("(via interpreter) Good morning." + ANSWER), Code.UNLABELLED_TURN);

    assertThat(names.turn()).contains(new Anchor("Good morning", 0));
    assertThat(names.words()).contains(new Anchor("Good morning", 0));
    assertThat(names.line()).contains(new Anchor("via interpreter) Good morning", 0));
  }

  @Test
  void ofThoseThatReadTheSameEachIsCounted() {
    var again = "\n\nThat that is so.\n\nAna Sample, Council Spokesperson\n\nThat that is so.\n";
    var script = read("That that is so." + again + again);

    assertThat(script.findings().stream().filter(it -> it.code() == Code.DOUBLED_WORD))
        .extracting(it -> new EditPlaces(script).of(it).words().orElseThrow().nth())
        .containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void labelBeforeItsTextIsNamedWithoutIt() {
    var script = read("Ana Sample, Spokesperson: That that is so.\n\nJon Smyth, WXYZ: Why?\n");

    assertThat(names(script, Code.DOUBLED_WORD).label()).contains("Ana Sample, Spokesperson");
  }

  @Test
  void correctionThatFindsNothingNamesNothing() {
    var edit = new Edit.Spoken(new Anchor("never said", 0), false);
    var script = ScriptParser.parse(OfficialText.of("No."), "en", List.of(), List.of(edit));

    var none = Optional.<Anchor>empty();
    assertThat(names(script, Code.EDIT_LOST))
        .isEqualTo(new EditPlaces.Names(none, none, none, Optional.empty()));
  }

  /** Whatever the parser stumbles over, an edit of each kind finds that very place. */
  @ParameterizedTest
  @MethodSource("clipdesk.transcript.parse.ParserCorpusTest#traps")
  void whatNamesAFindingFindsIt(String trap) throws IOException {
    var official = TextReader.read(Files.readAllBytes(CORPUS.resolve(trap + ".txt")));
    var language = trap.substring(0, trap.indexOf('-'));
    var script = ScriptParser.parse(official, language, List.of(), List.of());
    var places = new EditPlaces(script);

    for (var finding : script.findings()) {
      var names = places.of(finding);
      names.turn().ifPresent(it -> assigned(script, it, finding.turn().orElseThrow()));
      names.words().ifPresent(it -> silenced(script, it, finding));
      var line = new Edit.LineIs(names.line().orElseThrow(), LineKind.MATTER);
      assertThat(EditedLines.of(official, List.of(line), new Findings(official, Set.of())).kinds())
          .containsOnlyKeys(finding.line() - 1);
    }
  }

  private static void assigned(Script script, Anchor turn, int number) {
    var edited = edited(script, new Edit.Assign(turn, SOMEBODY));
    var speaker = edited.turns().get(number).speaker();
    assertThat(edited.speakers().stream().filter(it -> speaker.filter(it.id()::equals).isPresent()))
        .extracting(it -> it.shown())
        .containsExactly("Max Muster");
  }

  private static void silenced(Script script, Anchor words, Finding finding) {
    var line = script.official().lines().get(finding.line() - 1);
    var edited = edited(script, new Edit.Spoken(words, false));
    assertThat(edited.unspoken()).hasSize(1);
    var first = edited.unspoken().getFirst().from();
    assertThat(script.words().get(first).start()).isBetween(line.start(), line.end());
  }

  private static Script edited(Script script, Edit edit) {
    return ScriptParser.parse(script.official(), script.language(), List.of(), List.of(edit));
  }

  private static Script read(String text) {
    return ScriptParser.parse(OfficialText.of(text), "en", List.of(), List.of());
  }

  private static EditPlaces.Names names(Script script, Code code) {
    var finding = script.findings().stream().filter(it -> it.code() == code).findFirst();
    return new EditPlaces(script).of(finding.orElseThrow());
  }
}
