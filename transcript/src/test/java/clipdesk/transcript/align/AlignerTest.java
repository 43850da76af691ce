package clipdesk.transcript.align;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.transcript.edits.Anchor;
import clipdesk.transcript.edits.Edit;
import clipdesk.transcript.heard.Heard;
import clipdesk.transcript.heard.HeardWord;
import clipdesk.transcript.parse.ScriptParser;
import clipdesk.transcript.script.Script;
import clipdesk.transcript.testing.Measured;
import clipdesk.transcript.testing.Simulation;
import clipdesk.transcript.text.OfficialText;
import clipdesk.transcript.timing.Activity;
import clipdesk.transcript.timing.How;
import clipdesk.transcript.timing.WordTimes;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AlignerTest {
  private static final int WORD_MS = 400;

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
  void textOfSomethingElseGetsNoTimes() {
    var truth = Simulation.of(1, "en", 2_000, 0.15);
    var other = Simulation.of(2, "en", 2_000, 0.15);
    var aligned =
        Aligner.align(
            other.script(), truth.heard(), Optional.of(truth.activity()), truth.durationMs());

    assertThat(aligned.state()).isEqualTo(Alignment.State.MISMATCH);
    assertThat(aligned.times().how(0)).isEqualTo(How.N);
  }

  @Test
  void textInAnotherLanguageThanTheSoundGetsNoTimes() {
    var sound = Simulation.of(1, "fr", 2_000, 0.15);
    var text = Simulation.of(1, "en", 2_000, 0.15).script();
    var aligned =
        Aligner.align(text, sound.heard(), Optional.of(sound.activity()), sound.durationMs());

    assertThat(aligned.state()).isEqualTo(Alignment.State.MISMATCH);
  }

  @Test
  void wordsInAnotherOrderAreAnotherText() {
    var truth = Simulation.of(1, "en", 2_000, 0.15);
    var words =
        new ArrayList<>(
            IntStream.range(0, truth.script().words().size())
                .mapToObj(truth.script()::word)
                .toList());
    Collections.shuffle(words, new Random(1));
    var shuffled = script(String.join(" ", words) + ".");

    assertThat(Aligner.align(shuffled, truth.heard(), Optional.empty(), truth.durationMs()).state())
        .isEqualTo(Alignment.State.MISMATCH);
  }

  @Test
  void halfTheWordsWrongIsStillThisText() {
    assertThat(align(Simulation.of(5, "fr", 2_000, 0.5)).share())
        .isGreaterThan(Aligner.WRONG_TEXT + 0.2);
  }

  @Test
  void figuresElisionsAndCompoundsAreHeardAsWritten() {
    var script = script("Le 12 mai 2026, l’OTAN et le porte-parole : 5% de 1,5.", "fr");
    var heard =
        heard(
            "le douze mai deux mille vingt six l 'OTAN et le porte parole cinq pourcent de un"
                + " virgule cinq");

    assertThat(how(script, heard)).isEqualTo("AAAAAAAAAAA");
  }

  @Test
  void wordHeardOtherwiseIsSaidToBe() {
    assertThat(
            how(
                script("We welcome the colour of the organisation here today."),
                heard("we welcome the color of the organization here today")))
        .isEqualTo("AAAFAAFAA");
  }

  @Test
  void brokenAndJoinedWordsAreFound() {
    assertThat(
            how(
                script("They keep the policymakers in all ways informed here today."),
                heard("they keep the policy makers in always informed here today")))
        .isEqualTo("AAAAAFFAAA");
  }

  /** strob/gentle#235. */
  @Test
  void stageDirectionsTakeNoTime() {
    var script =
        script("We will sign (laughter) the paper today [he points at it] and tomorrow too.");
    var heard = heard("we will sign the paper today and tomorrow too");

    assertThat(how(script, heard)).isEqualTo("AAAAAAAAA");
  }

  /** bugbakery/transcribee#358. */
  @Test
  void repeatedPhrasesKeepTheirOwnTimes() {
    var text = "Thank you very much. One. Thank you very much. Two. Thank you very much. Three.";
    var times =
        times(
            script(text),
            heard("thank you very much one thank you very much two thank you very much three"));

    assertThat(IntStream.range(0, times.size()).map(times::in))
        .containsExactlyElementsOf(IntStream.range(0, 15).map(it -> it * WORD_MS).boxed().toList());
  }

  @Test
  void sentenceThatNobodySpokeIsNotTimed() {
    var script =
        script(
            "Good morning to all of you. This whole sentence was struck from the speech. We begin"
                + " with the budget now.");
    var heard = heard("good morning to all of you we begin with the budget now");

    assertThat(how(script, heard)).isEqualTo("AAAAAAUUUUUUUUAAAAAA");
  }

  @Test
  void wordThatWasNotHeardIsPlacedBetweenItsNeighbours() {
    var script = script("Good morning to everybody here in the room today.");
    var heard = new ArrayList<>(heard("good morning to everybody here in the room today").words());
    heard.remove(3);
    var times = times(script, new Heard(Heard.Form.WHISPER, heard));

    assertThat(times.how(3)).isEqualTo(How.I);
    assertThat(times.in(3)).isBetween(2 * WORD_MS, 4 * WORD_MS);
    assertThat(times.uncertainty(3)).isBetween(1, 2 * WORD_MS);
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
  void oneWordTenThousandTimesEnds() {
    var text = IntStream.range(0, 10_000).mapToObj(it -> "no").collect(Collectors.joining(" "));
    var times = times(script(text + "."), heard(text));

    assertOrdered(times, times.size() * WORD_MS);
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

  @Test
  void timeSetByHandWins() {
    var words = "good morning to everybody here in the room today";
    var script = edited(words + ".", new Edit.PinWord(new Anchor("everybody", 0), 1_150));
    var times = times(script, heard(words));

    assertThat(times.how(3)).isEqualTo(How.P);
    assertThat(times.in(3)).isEqualTo(1_150);
    assertOrdered(times, 9 * WORD_MS);
  }

  @Test
  void wordsStruckByAnEditorAreUnspoken() {
    var words = "we all say good morning to all of you who are here with us today";
    var script = edited(words + ".", new Edit.Spoken(new Anchor("to all of you", 0), false));

    assertThat(how(script, heard(words))).isEqualTo("AAAAAUUUUAAAAAA");
  }

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

  private static Alignment align(Simulation truth) {
    return Aligner.align(
        truth.script(), truth.heard(), Optional.of(truth.activity()), truth.durationMs());
  }

  private static void assertOrdered(WordTimes times, int durationMs) {
    var last = 0;
    for (var word = 0; word < times.size(); word++) {
      if (times.hasTime(word)) {
        assertThat(times.in(word)).isGreaterThanOrEqualTo(last);
        assertThat(times.out(word)).isBetween(times.in(word), durationMs);
        last = times.out(word);
      } else {
        assertThat(times.in(word)).isEqualTo(WordTimes.NO_TIME);
      }
    }
  }

  private static String how(Script script, Heard heard) {
    var times = times(script, heard);
    return IntStream.range(0, times.size())
        .mapToObj(it -> times.how(it).name())
        .collect(Collectors.joining());
  }

  /** Every heard word lasts as long, and somebody speaks all the time. */
  private static WordTimes times(Script script, Heard heard) {
    var duration = heard.words().getLast().outMs();
    var speech = new BitSet();
    speech.set(0, duration / Activity.STEP_MS);
    return Aligner.align(script, heard, Optional.of(new Activity(speech, duration)), duration)
        .times();
  }

  private static Heard heard(String text) {
    var words = new ArrayList<HeardWord>();
    for (var word : text.split(" ", -1)) {
      var in = words.size() * WORD_MS;
      words.add(new HeardWord(word, in, in + WORD_MS, OptionalDouble.empty(), Optional.empty()));
    }
    return new Heard(Heard.Form.WHISPER, words);
  }

  private static Script script(String text) {
    return script(text, "en");
  }

  private static Script script(String text, String language) {
    return ScriptParser.parse(OfficialText.of(text), language, List.of(), List.of());
  }

  private static Script edited(String text, Edit edit) {
    return ScriptParser.parse(OfficialText.of(text), "en", List.of(), List.of(edit));
  }
}
