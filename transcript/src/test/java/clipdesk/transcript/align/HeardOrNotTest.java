package clipdesk.transcript.align;

import static clipdesk.transcript.align.SpokenText.WORD_MS;
import static clipdesk.transcript.align.SpokenText.assertOrdered;
import static clipdesk.transcript.align.SpokenText.edited;
import static clipdesk.transcript.align.SpokenText.heard;
import static clipdesk.transcript.align.SpokenText.how;
import static clipdesk.transcript.align.SpokenText.script;
import static clipdesk.transcript.align.SpokenText.times;
import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.transcript.edits.Anchor;
import clipdesk.transcript.edits.Edit;
import clipdesk.transcript.heard.Heard;
import clipdesk.transcript.timing.How;
import java.util.ArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How the time of each word came about. */
final class HeardOrNotTest {
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
  void oneWordTenThousandTimesEnds() {
    var text = IntStream.range(0, 10_000).mapToObj(it -> "no").collect(Collectors.joining(" "));
    var times = times(script(text + "."), heard(text));

    assertOrdered(times, times.size() * WORD_MS);
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
}
