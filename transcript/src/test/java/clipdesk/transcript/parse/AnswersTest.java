package clipdesk.transcript.parse;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.transcript.edits.Edit;
import clipdesk.transcript.edits.LineKind;
import clipdesk.transcript.edits.Naming;
import clipdesk.transcript.edits.Op;
import clipdesk.transcript.script.Finding;
import clipdesk.transcript.script.Script;
import clipdesk.transcript.text.OfficialText;
import clipdesk.transcript.text.TextReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a report says could be done is no empty word. */
final class AnswersTest {
  private static final Path CORPUS = Path.of("src/test/resources/clipdesk/transcript/parse");

  /** Whatever the parser stumbles over, each correction that is offered for it settles it. */
  @ParameterizedTest
  @MethodSource("clipdesk.transcript.parse.ParserCorpusTest#traps")
  void eachAnswerSettlesItsFinding(String trap) throws IOException {
    var official = TextReader.read(Files.readAllBytes(CORPUS.resolve(trap + ".txt")));
    var script = read(official, trap.substring(0, 2));
    for (var finding : script.findings()) {
      for (var op : Answers.to(finding)) {
        var corrected = read(official, script.language(), edit(op, finding, script));

        assertThat(corrected.findings())
            .as("%s, line %d: %s", finding.code(), finding.line(), op)
            .noneMatch(it -> it.code() == finding.code() && it.line() == finding.line())
            .noneMatch(it -> it.code() == Finding.Code.EDIT_LOST);
      }
    }
  }

  @Test
  void labelThatWasReadRoleFirstIsDoubtedAsALabel() {
    var text = "Council Spokesperson, Ana Sample\n\nNo.\n\nJon Smyth, WXYZ\n\nWhy not?\n";
    var script = read(OfficialText.of(text), "en");

    assertThat(script.findings())
        .singleElement()
        .satisfies(it -> assertThat(it.code()).isEqualTo(Finding.Code.DOUBTFUL_LABEL))
        .satisfies(it -> assertThat(it.done()).isEqualTo(Finding.Done.READ_AS_LABEL))
        .satisfies(it -> assertThat(it.suggestion()).contains("Ana Sample"));
    for (var op : Answers.to(script.findings().getFirst())) {
      var edit = edit(op, script.findings().getFirst(), script);
      assertThat(read(script.official(), "en", edit).findings())
          .as(op.label())
          .noneMatch(it -> it.code() == Finding.Code.DOUBTFUL_LABEL);
    }
  }

  private static Edit edit(Op op, Finding finding, Script script) {
    var names = new EditPlaces(script).of(finding);
    var somebody = finding.suggestion().orElse("Max Muster");
    var speaker = new Naming(somebody, Optional.empty(), Optional.empty());
    return switch (op) {
      case ASSIGN -> new Edit.Assign(names.turn().orElseThrow(), speaker);
      case RENAME -> new Edit.Rename(names.label().orElseThrow(), speaker);
      case MERGE -> {
        var label = names.label().orElseThrow();
        yield new Edit.Merge(label, finding.suggestion().orElse(label));
      }
      case PART -> new Edit.Part(names.label().orElseThrow());
      case LABEL -> {
        var isText = finding.done() == Finding.Done.READ_AS_TEXT;
        yield new Edit.LineIs(
            names.line().orElseThrow(), isText ? LineKind.LABEL : LineKind.MATTER);
      }
      case NOT_SPOKEN, SPOKEN -> new Edit.Spoken(names.words().orElseThrow(), op == Op.SPOKEN);
      case PIN -> new Edit.PinWord(names.words().orElseThrow(), 1_000);
      case ACCEPT -> new Edit.Accept(finding.id());
    };
  }

  private static Script read(OfficialText official, String language, Edit... edits) {
    return ScriptParser.parse(official, language, List.of(), List.of(edits));
  }
}
