package clipdesk.transcript.revision;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.transcript.edits.Edit;
import clipdesk.transcript.edits.Op;
import clipdesk.transcript.parse.Answers;
import clipdesk.transcript.script.Finding;
import clipdesk.transcript.testing.SampleTalk;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an editor is told of times that are not sure. */
final class TimingFindingsTest {
  private static final String SAID = SampleTalk.spoken();

  @Test
  void nothingIsUnsureWhereAllIsHeard() {
    assertThat(unsure(SAID)).isEmpty();
  }

  /** Two sentences of the six turns: the rest lies between words that were heard. */
  @Test
  void textOfWhichLittleIsHeardIsReportedOnceWithItsShare() {
    var little = "Good morning The council met today and it did not sign the treaty";

    assertThat(unsure(little))
        .singleElement()
        .satisfies(it -> assertThat(it.line()).isEqualTo(2))
        .satisfies(it -> assertThat(it.done()).isEqualTo(Finding.Done.TAKEN_ALL_THE_SAME))
        .satisfies(it -> assertThat(Answers.to(it)).containsExactly(Op.ACCEPT));
  }

  @Test
  void sentenceOfWhichLessThanHalfIsHeardIsReportedAtItsLine() {
    var other = SAID.replace("The next question comes from Eva", "Uh next umm well hmm ah");

    assertThat(unsure(other))
        .singleElement()
        .satisfies(it -> assertThat(it.line()).isEqualTo(11))
        .satisfies(it -> assertThat(it.suggestion()).isEmpty())
        .satisfies(it -> assertThat(it.done()).isEqualTo(Finding.Done.PLACED_BETWEEN))
        .satisfies(
            it -> assertThat(Answers.to(it)).containsExactly(Op.PIN, Op.NOT_SPOKEN, Op.ACCEPT));
  }

  @Test
  void whatIsAcceptedIsReportedNoMore() {
    var other = SAID.replace("The next question comes from Eva", "Uh next umm well hmm ah");

    assertThat(unsure(other, new Edit.Accept(unsure(other).getFirst().id()))).isEmpty();
  }

  private static List<Finding> unsure(String spoken, Edit... edits) {
    var heard = Optional.of(SampleTalk.heard(spoken));
    return SampleTalk.make(SampleTalk.TEXT, heard, Optional.empty(), edits).findings().stream()
        .filter(it -> it.code() == Finding.Code.UNSURE_WORDS)
        .toList();
  }
}
