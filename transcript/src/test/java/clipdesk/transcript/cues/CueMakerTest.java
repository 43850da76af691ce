package clipdesk.transcript.cues;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.transcript.align.Aligner;
import clipdesk.transcript.parse.ScriptParser;
import clipdesk.transcript.script.Script;
import clipdesk.transcript.testing.Simulation;
import clipdesk.transcript.text.OfficialText;
import clipdesk.transcript.timing.How;
import clipdesk.transcript.timing.WordTimes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class CueMakerTest {
  private static final int FRAME_MS = 40;
  private static final int WORD_MS = 300;

  @Test
  void cuesOfAConferenceKeepTheirBoundsAndNeverOverlap() {
    var truth = Simulation.of(1, "en", 3_000, 0.15);
    var times =
        Aligner.align(
                truth.script(), truth.heard(), Optional.of(truth.activity()), truth.durationMs())
            .times();
    var made = CueMaker.make(truth.script(), times, FRAME_MS);

    var end = -1;
    for (var cue : made.cues()) {
      assertThat(cue.lines()).hasSizeBetween(1, 2).allMatch(line -> line.length() <= 42);
      assertThat(cue.inMs()).isGreaterThan(end);
      assertThat(cue.outMs() - cue.inMs()).isBetween(1, 7_000);
      end = cue.outMs();
    }
    for (var i = 0; i < made.cues().size(); i++) {
      var ms = made.cues().get(i).outMs() - made.cues().get(i).inMs();
      assertThat(ms < 833)
          .as("cue %d lasts %d ms", i, ms)
          .isEqualTo(made.outOfBounds().contains(i));
    }
    assertThat(made.outOfBounds().size() * 50).isLessThan(made.cues().size());
  }

  @Test
  void everySpokenWordIsShownOnceAndInOrder() {
    var script =
        script("Ana Sample, Spokesperson\n\nOne two, three. “Four” – five [laughs] six\u00a0?\n");

    assertThat(text(make(script))).isEqualTo("One two, three. “Four” – five six\u00a0?");
  }

  @Test
  void unspokenWordsAreNotShown() {
    var script = script("One two three.");
    var times = times(script);
    times.clear(1, How.U);

    assertThat(text(CueMaker.make(script, times, FRAME_MS))).isEqualTo("One three.");
  }

  @Test
  void cueNeverHoldsTwoSpeakers() {
    var cues =
        make(script(
                "Ana Sample, Spokesperson\n\nYes it is so.\n\nJon Smyth, WXYZ\n\nNo it is not.\n"))
            .cues();

    assertThat(cues).hasSize(2);
    assertThat(cues)
        .extracting(it -> it.speaker().orElseThrow())
        .containsExactly("Ana Sample", "Jon Smyth");
    assertThat(cues).allMatch(SubtitleCue::speakerChanges);
  }

  @Test
  void wordThatIsTooLongForALineIsListed() {
    var made = make(script("a".repeat(43) + "."));

    assertThat(made.outOfBounds()).containsExactly(0);
    assertThat(make(script("a".repeat(41) + ".")).outOfBounds()).isEmpty();
  }

  @Test
  void sentencesAreNotBrokenWhereTheyFitWhole() {
    var sentence = "We will sign it all tomorrow at noon here. ";
    var cues = make(script(sentence.repeat(5))).cues();

    assertThat(cues).hasSizeGreaterThan(2);
    assertThat(cues).allMatch(cue -> cue.lines().getLast().endsWith("."));
  }

  @Test
  void filesEscapeWhatTheirReadersWouldTakeForMarkup() {
    var cues =
        List.of(
            new SubtitleCue(
                3_723_004, 3_724_000, List.of("a < b & c --> d"), Optional.of("A > B"), true));

    assertThat(SubtitleWriter.vtt(cues, "clip\n-->"))
        .isEqualTo(
            "WEBVTT\n\n"
                + "NOTE clip →\n\n"
                + "01:02:03.004 --> 01:02:04.000\n"
                + "<v A &gt; B>a &lt; b &amp; c → d\n");
    assertThat(SubtitleWriter.srt(cues))
        .isEqualTo("1\r\n01:02:03,004 --> 01:02:04,000\r\nA > B: a < b & c → d\r\n\r\n");
  }

  private static String text(Subtitles made) {
    return made.cues().stream()
        .flatMap(cue -> cue.lines().stream())
        .collect(Collectors.joining(" "));
  }

  private static Subtitles make(Script script) {
    return CueMaker.make(script, times(script), FRAME_MS);
  }

  /** A word after another, without a pause. */
  private static WordTimes times(Script script) {
    var times = new WordTimes(script.words().size());
    for (var word = 0; word < times.size(); word++) {
      times.set(word, How.A, 1_000 + word * WORD_MS, 1_000 + (word + 1) * WORD_MS, 0);
    }
    return times;
  }

  private static Script script(String text) {
    return ScriptParser.parse(OfficialText.of(text), "en", List.of(), List.of());
  }
}
