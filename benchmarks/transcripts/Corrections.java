import clipdesk.transcript.align.Aligner;
import clipdesk.transcript.parse.ScriptParser;
import clipdesk.transcript.script.Script;
import clipdesk.transcript.script.Sentence;
import clipdesk.transcript.script.WordRange;
import clipdesk.transcript.testing.Simulation;
import clipdesk.transcript.text.OfficialText;
import clipdesk.transcript.timing.WordTimes;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What a correction of one sentence does to the times of all others. */
final class Corrections {
  private final Simulation truth;
  private final String language;
  private final WordTimes before;

  Corrections(Simulation truth, String language) {
    this.truth = truth;
    this.language = language;
    this.before = align(truth.script());
  }

  /** How many words outside of it begin at another time, in so many corrections of one each. */
  int moved(int corrections, Random random) {
    var sentences = truth.script().turns().stream().flatMap(it -> it.sentences().stream()).toList();
    var moved = 0;
    for (var i = 0; i < corrections; i++) {
      moved += moved(sentences.get(random.nextInt(sentences.size())));
    }
    return moved;
  }

  private int moved(Sentence sentence) {
    var word = truth.script().words().get((sentence.fromWord() + sentence.toWord()) / 2);
    var text = truth.script().official().text();
    var corrected = text.substring(0, word.start()) + "corrected" + text.substring(word.end());
    var after =
        align(ScriptParser.parse(OfficialText.of(corrected), language, List.of(), List.of()));
    if (after.size() != before.size()) {
      throw new IllegalStateException(after.size() + " words of " + before.size());
    }
    var gap = gapOf(sentence);
    var moved = 0;
    for (var at = 0; at < after.size(); at++) {
      moved += !gap.holds(at) && after.in(at) != before.in(at) ? 1 : 0;
    }
    return moved;
  }

  /** The sentence and what is placed between it and the next words that were heard. */
  private WordRange gapOf(Sentence sentence) {
    var from = sentence.fromWord();
    while (from > 0 && !before.how(from - 1).isCertain()) {
      from--;
    }
    var to = sentence.toWord();
    while (to < before.size() && !before.how(to).isCertain()) {
      to++;
    }
    return new WordRange(from, to);
  }

  private WordTimes align(Script script) {
    return Aligner.align(script, truth.heard(), Optional.of(truth.activity()), truth.durationMs())
        .times();
  }
}
