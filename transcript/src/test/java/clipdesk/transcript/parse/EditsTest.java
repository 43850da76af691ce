package clipdesk.transcript.parse;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.transcript.edits.Anchor;
import clipdesk.transcript.edits.Edit;
import clipdesk.transcript.edits.LineKind;
import clipdesk.transcript.edits.Naming;
import clipdesk.transcript.script.Finding;
import clipdesk.transcript.script.KnownSpeaker;
import clipdesk.transcript.script.Pin;
import clipdesk.transcript.script.Script;
import clipdesk.transcript.script.Speaker;
import clipdesk.transcript.script.WordRange;
import clipdesk.transcript.text.OfficialText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EditsTest {
  private static final String TEXT =
      """
      Good morning, and welcome.

      Jon Smyth, WXYZ

      Will you sign?

      Council Spokesperson Ana Sample

      We will not sign. We will see.

      Jon Smith, North Post

      We will see.
      """;

  @Test
  void turnWithoutLabelGetsTheSpeakerThatAnEditorNames() {
    var script = read(TEXT, new Edit.Assign(anchor("Good morning and"), name("Ana Sample")));

    assertThat(script.turns().getFirst().speaker()).isEqualTo(script.turns().get(2).speaker());
    assertThat(codes(script)).doesNotContain("unlabelled-turn");
  }

  @Test
  void speakerOfNoLabelIsAddedToTheCast() {
    var script = read(TEXT, new Edit.Assign(anchor("good MORNING"), name("Ida Muster")));

    assertThat(script.speakers()).extracting(Speaker::shown).contains("Ida Muster");
  }

  @Test
  void turnWithoutLabelIsSuggestedToBeOfSomebodyByTheNameThatIsShown() {
    assertThat(suggested(read(TEXT))).contains("Ana Sample");
    assertThat(suggested(read(TEXT, new Edit.Rename("Ana Sample", name("Ana Muster")))))
        .contains("Ana Muster");
  }

  @Test
  void suggestionMeansWhomItWasMadeOfAlsoWhereOnlyTheCatalogueHasTheName() {
    var text = OfficialText.of("Good morning.\n\nCouncil Spokesperson\n\nWe will not sign.\n");
    var ana = new KnownSpeaker("ana", "Ana Sample", Optional.of("Council Spokesperson"), List.of());
    var suggestion =
        suggested(ScriptParser.parse(text, "en", List.of(ana), List.of())).orElseThrow();
    var told = new Edit.Assign(anchor("Good morning"), name(suggestion));

    var script = ScriptParser.parse(text, "en", List.of(ana), List.of(told));

    assertThat(suggestion).isEqualTo("Ana Sample");
    assertThat(script.speakers()).extracting(Speaker::id).containsExactly("ana");
  }

  private static Optional<String> suggested(Script script) {
    var finding = script.findings().getFirst();
    assertThat(finding.code()).isEqualTo(Finding.Code.UNLABELLED_TURN);
    return finding.suggestion();
  }

  @Test
  void labelsThatMeanTheSameAreMerged() {
    var script = read(TEXT, new Edit.Merge("Jon Smith, North Post", "Jon Smyth, WXYZ"));

    assertThat(script.turns().get(3).speaker()).isEqualTo(script.turns().get(1).speaker());
    assertThat(script.speakers().getFirst().alsoWritten()).containsExactly("Jon Smith");
  }

  @Test
  void renamedSpeakerKeepsTheOldSpelling() {
    var script = read(TEXT, new Edit.Rename("Jon Smyth, WXYZ", name("John Smythe")));

    assertThat(script.speakers().getFirst())
        .isEqualTo(
            new Speaker(
                "s1",
                Optional.of("John Smythe"),
                Optional.empty(),
                Optional.of("WXYZ"),
                List.of("Jon Smyth")));
  }

  @Test
  void labelThatWasTakenForAnothersIsSaidToBeOfWhoeverThatIsCalledNow() {
    var text = TEXT.replace("North Post", "WXYZ");
    assertThat(taken(read(text))).isEqualTo("Jon Smyth");

    assertThat(taken(read(text, new Edit.Rename("Jon Smyth, WXYZ", name("John Smythe")))))
        .isEqualTo("John Smythe");
    assertThat(taken(read(text, new Edit.Rename("Jon Smyth, WXYZ", name("Jon Smith")))))
        .isEqualTo("Jon Smyth");
  }

  private static String taken(Script script) {
    var spelling = Finding.Code.LABEL_SPELLING;
    var taken = script.findings().stream().filter(it -> it.code() == spelling).findFirst();
    return taken.orElseThrow().suggestion().orElseThrow();
  }

  @Test
  void lineIsWhatAnEditorSaysItIs() {
    var text = "Ana Sample, Council Spokesperson\n\nNo.\n\nIda\n\nYes.\n\nHello there.\n";
    var script =
        read(
            text,
            new Edit.LineIs(anchor("Ida"), LineKind.LABEL),
            new Edit.LineIs(anchor("Hello"), LineKind.MATTER));

    assertThat(script.speakers()).extracting(Speaker::shown).containsExactly("Ana Sample", "Ida");
    assertThat(script.matter()).hasSize(1);
    assertThat(script.words()).hasSize(2);
  }

  @Test
  void labelThatIsNoneBecomesText() {
    var script = read(TEXT, new Edit.LineIs(anchor("Jon Smyth, WXYZ"), LineKind.TEXT));

    assertThat(script.turns()).hasSize(3);
  }

  @Test
  void nthRunOfTheSameWordsIsMeant() {
    var script =
        read(
            TEXT,
            new Edit.Spoken(new Anchor("We will see", 1), false),
            new Edit.PinWord(new Anchor("will see", 0), 1_500));

    var words = script.words().size();
    assertThat(script.unspoken()).containsExactly(new WordRange(words - 3, words));
    assertThat(script.pins()).extracting(Pin::inMs).containsExactly(1_500);
    assertThat(script.word(script.pins().getFirst().word())).isEqualTo("will");
  }

  @Test
  void wordsAreSpokenAgainIfTheLastEditSaysSo() {
    var anchor = anchor("We will not sign");
    var script =
        read(TEXT, new Edit.Spoken(anchor, false), new Edit.Spoken(anchor("We will"), true));

    assertThat(script.unspoken()).hasSize(1);
    assertThat(script.unspoken().getFirst().to() - script.unspoken().getFirst().from())
        .isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "label-spelling | en-spelling | merge",
        "name-said-otherwise | en-name-said-otherwise | rename",
        "doubtful-outlet | en-role-after-comma | rename",
        "name-order | en-name-order | rename",
        "name-order | en-name-order | merge",
      })
  void whatACorrectionAnswersIsAskedNoMore(String code, String trap, String op) throws IOException {
    var corpus = Path.of("src/test/resources/clipdesk/transcript/parse");
    var text = Files.readString(corpus.resolve(trap + ".txt"));
    var script = read(text);
    var asked = script.findings().stream().filter(it -> it.code().code().equals(code)).findFirst();
    var label = new EditPlaces(script).of(asked.orElseThrow()).label().orElseThrow();
    var suggestion = asked.get().suggestion().orElseThrow();

    var edit =
        op.equals("merge")
            ? new Edit.Merge(label, suggestion)
            : new Edit.Rename(label, name(suggestion));

    assertThat(codes(read(text, edit))).doesNotContain(code, "edit-lost");
  }

  @Test
  void editsHoldAfterLinesMoved() {
    var script =
        read("News\n\n\n" + TEXT, new Edit.Assign(anchor("Good morning"), name("Ana Sample")));

    assertThat(codes(script)).doesNotContain("edit-lost", "unlabelled-turn");
  }

  @Test
  void editThatFitsNoMoreIsReported() {
    var gone = anchor("never said");
    var script =
        read(
            TEXT,
            new Edit.Assign(gone, name("A")),
            new Edit.Rename("Nobody", name("A")),
            new Edit.Merge("Nobody", "Jon Smyth"),
            new Edit.Part("Nobody else"),
            new Edit.LineIs(gone, LineKind.LABEL),
            new Edit.Spoken(gone, false),
            new Edit.PinWord(gone, 1));

    assertThat(script.findings().stream().filter(it -> it.code() == Finding.Code.EDIT_LOST))
        .extracting(it -> it.suggestion().orElseThrow())
        .containsExactly("label", "assign", "rename", "merge", "part", "not-spoken", "pin");
  }

  private static Script read(String text, Edit... edits) {
    return ScriptParser.parse(OfficialText.of(text), "en", List.of(), List.of(edits));
  }

  private static List<String> codes(Script script) {
    return script.findings().stream().map(it -> it.code().code()).toList();
  }

  private static Anchor anchor(String text) {
    return new Anchor(text, 0);
  }

  private static Naming name(String name) {
    return new Naming(name, Optional.empty(), Optional.empty());
  }
}
