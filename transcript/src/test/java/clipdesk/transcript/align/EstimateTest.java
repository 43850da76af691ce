package clipdesk.transcript.align;

import static clipdesk.transcript.align.SpokenText.assertOrdered;
import static clipdesk.transcript.align.SpokenText.edited;
import static clipdesk.transcript.align.SpokenText.heard;
import static clipdesk.transcript.align.SpokenText.how;
import static clipdesk.transcript.align.SpokenText.script;
import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.transcript.edits.Anchor;
import clipdesk.transcript.edits.Edit;
import clipdesk.transcript.heard.Heard;
import clipdesk.transcript.timing.How;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Texts whose words nobody heard, or not one by one. */
final class EstimateTest {
  @Test
  void timesOfCuesAreEstimates() {
    var words = heard("good morning to all of you here today").words();

    assertThat(
            how(script("Good morning to all of you here today."), new Heard(Heard.Form.VTT, words)))
        .isEqualTo("EEEEEEEE");
  }

  @Test
  void withoutWordsTheTextIsSpreadOverTheSound() {
    var times = Aligner.estimate(script("Aaaa bbbb cccc dddd."), 8_000).times();

    assertThat(IntStream.range(0, 4).map(times::in)).containsExactly(0, 2_000, 4_000, 6_000);
    assertThat(times.how(2)).isEqualTo(How.E);
  }

  @Test
  void timeSetByHandBendsTheEstimate() {
    var script = edited("Aaaa bbbb cccc dddd.", new Edit.PinWord(new Anchor("cccc", 0), 1_000));
    var times = Aligner.estimate(script, 8_000).times();

    assertThat(IntStream.range(0, 4).map(times::in)).containsExactly(0, 500, 1_000, 4_500);
    assertThat(times.how(2)).isEqualTo(How.P);
  }

  @Test
  void moreWordsThanFitAreStillInOrder() {
    var text = IntStream.range(0, 500).mapToObj(it -> "no").collect(Collectors.joining(" "));

    assertOrdered(Aligner.estimate(script(text), 1_000).times(), 1_000);
    assertOrdered(Aligner.estimate(script(text), 0).times(), 0);
  }
}
