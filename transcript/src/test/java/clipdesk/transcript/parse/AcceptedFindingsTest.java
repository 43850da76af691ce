package clipdesk.transcript.parse;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.transcript.edits.Edit;
import clipdesk.transcript.script.Script;
import clipdesk.transcript.text.OfficialText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** "It is right as it stands": the correction that fits whatever was found. */
final class AcceptedFindingsTest {
  @Test
  void whatIsAcceptedIsAskedNoMoreWhateverItsCode() throws IOException {
    var codes = new TreeSet<String>();
    try (var traps = Files.list(Path.of("src/test/resources/clipdesk/transcript/parse"))) {
      for (var trap : traps.filter(it -> it.toString().endsWith(".txt")).sorted().toList()) {
        var text = Files.readString(trap);
        var found = read(text).findings();
        for (var finding : found) {
          assertThat(read(text, new Edit.Accept(finding.id())).findings())
              .isEqualTo(found.stream().filter(it -> !it.equals(finding)).toList());
          codes.add(finding.code().code());
        }
      }
    }
    assertThat(codes).hasSizeGreaterThan(10).contains("other-language", "doubtful-label");
  }

  @Test
  void whatIsAcceptedMakesRoomForWhatWasBeyondTheLimit() {
    var text = "Jon Smyth, WXYZ\n" + "We know that that is so.\n".repeat(102);
    var found = read(text).findings();

    var left = read(text, new Edit.Accept(found.getLast().id())).findings();

    assertThat(found).hasSize(100).last().satisfies(it -> assertThat(it.line()).isEqualTo(101));
    assertThat(left).hasSize(100).last().satisfies(it -> assertThat(it.line()).isEqualTo(102));
  }

  @Test
  void acceptedFindingThatIsNotThereIsNothingLost() {
    assertThat(
            read("Jon Smyth, WXYZ\nWhy is that?\n", new Edit.Accept("broken-off-0123456789"))
                .findings())
        .isEqualTo(read("Jon Smyth, WXYZ\nWhy is that?\n").findings());
  }

  private static Script read(String text, Edit... edits) {
    return ScriptParser.parse(OfficialText.of(text), "en", List.of(), List.of(edits));
  }
}
