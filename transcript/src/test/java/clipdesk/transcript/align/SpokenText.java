package clipdesk.transcript.align;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.transcript.edits.Edit;
import clipdesk.transcript.heard.Heard;
import clipdesk.transcript.heard.HeardWord;
import clipdesk.transcript.parse.ScriptParser;
import clipdesk.transcript.script.Script;
import clipdesk.transcript.testing.Simulation;
import clipdesk.transcript.text.OfficialText;
import clipdesk.transcript.timing.Activity;
import clipdesk.transcript.timing.WordTimes;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts and words that are heard, laid one on the other. */
final class SpokenText {
  static final int WORD_MS = 400;

  private SpokenText() {}

  static Script script(String text) {
    return script(text, "en");
  }

  static Script script(String text, String language) {
    return ScriptParser.parse(OfficialText.of(text), language, List.of(), List.of());
  }

  static Script edited(String text, Edit edit) {
    return ScriptParser.parse(OfficialText.of(text), "en", List.of(), List.of(edit));
  }

  static Heard heard(String text) {
    var words = new ArrayList<HeardWord>();
    for (var word : text.split(" ", -1)) {
      var in = words.size() * WORD_MS;
      words.add(new HeardWord(word, in, in + WORD_MS, OptionalDouble.empty(), Optional.empty()));
    }
    return new Heard(Heard.Form.WHISPER, words);
  }

  /** Every heard word lasts as long, and somebody speaks all the time. */
  static WordTimes times(Script script, Heard heard) {
    var duration = heard.words().getLast().outMs();
    var speech = new BitSet();
    speech.set(0, duration / Activity.STEP_MS);
    return Aligner.align(script, heard, Optional.of(new Activity(speech, duration)), duration)
        .times();
  }

  static String how(Script script, Heard heard) {
    var times = times(script, heard);
    return IntStream.range(0, times.size())
        .mapToObj(it -> times.how(it).name())
        .collect(Collectors.joining());
  }

  static Alignment align(Simulation truth) {
    return Aligner.align(
        truth.script(), truth.heard(), Optional.of(truth.activity()), truth.durationMs());
  }

  static void assertOrdered(WordTimes times, int durationMs) {
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
}
