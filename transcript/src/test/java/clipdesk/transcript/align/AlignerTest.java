package clipdesk.transcript.align;

import static clipdesk.transcript.align.SpokenText.align;
import static clipdesk.transcript.align.SpokenText.assertOrdered;
import static clipdesk.transcript.align.SpokenText.script;
import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.transcript.heard.Heard;
import clipdesk.transcript.heard.HeardWord;
import clipdesk.transcript.parse.ScriptParser;
import clipdesk.transcript.testing.Measured;
import clipdesk.transcript.testing.Simulation;
import clipdesk.transcript.text.OfficialText;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole conferences whose truth is known. */
final class AlignerTest {
  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "uk"})
  void conferenceWithOneWordInSixWrongIsAligned(String language) {
    var truth = Simulation.of(7, language, 5_000, 0.15);
    var aligned = align(truth);
    var measured = Measured.of(truth, aligned.times());

    assertThat(aligned.state()).isEqualTo(Alignment.State.ALIGNED);
    assertThat(measured.alignedOfHeard()).isGreaterThan(97);
    assertThat(measured.startP95()).isLessThan(measured.recogniserP95() * 11 / 10);
    assertThat(measured.farOffOf10000()).isLessThan(6);
    assertThat(measured.placedInside()).isGreaterThan(95);
    assertThat(measured.placedP95()).isLessThan(1_300);
    assertOrdered(aligned.times(), truth.durationMs());
  }

  @Test
  void sameInputGivesTheSameTimes() {
    var truth = Simulation.of(3, "en", 1_500, 0.3);

    assertThat(align(truth)).isEqualTo(align(truth));
  }

  @Test
  void textThatStandsTwiceIsTimedOnce() {
    var truth = Simulation.of(1, "en", 3_000, 0.05);
    var text = truth.script().official().text();
    var twice = script(text + "\n\n" + text);
    var times =
        Aligner.align(twice, truth.heard(), Optional.of(truth.activity()), truth.durationMs())
            .times();
    var certain = IntStream.range(0, times.size()).filter(it -> times.how(it).isCertain()).count();

    assertThat(certain).isBetween(2_600L, 3_100L);
    assertOrdered(times, truth.durationMs());
  }

  @Test
  void sentenceThatIsCorrectedMovesNoTimeOutsideOfItsGap() {
    var truth = Simulation.of(9, "en", 3_000, 0.15);
    var text = truth.script().official().text();
    var sentence = truth.script().turns().get(4).sentences().get(1);
    var changed =
        text.substring(0, sentence.span().start())
            + "Wholly other words stand here."
            + text.substring(sentence.span().end());
    var before = align(truth).times();
    var script = ScriptParser.parse(OfficialText.of(changed), "en", List.of(), List.of());
    var after =
        Aligner.align(script, truth.heard(), Optional.of(truth.activity()), truth.durationMs())
            .times();
    var moved = after.size() - before.size();

    var outside = 0;
    for (var word = 0; word < before.size(); word++) {
      if (word < sentence.fromWord() - 5 || word >= sentence.toWord() + 5) {
        var there = word < sentence.fromWord() ? word : word + moved;
        outside +=
            before.in(word) == after.in(there) && before.how(word) == after.how(there) ? 0 : 1;
      }
    }
    assertThat(outside).isZero();
  }

  @Test
  void biasOfARecogniserIsMeasuredAndTakenOff() {
    var truth = Simulation.of(4, "en", 2_000, 0.05);
    var late =
        truth.heard().words().stream()
            .map(
                it ->
                    new HeardWord(
                        it.text(),
                        it.inMs() + 120,
                        it.outMs() + 120,
                        it.confidence(),
                        it.speaker()))
            .toList();
    var aligned =
        Aligner.align(
            truth.script(),
            new Heard(Heard.Form.WHISPER, late),
            Optional.of(truth.activity()),
            truth.durationMs());

    assertThat(aligned.biasMs()).isBetween(100, 140);
    assertThat(align(truth).biasMs()).isZero();
  }
}
