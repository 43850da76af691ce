package clipdesk.transcript.align;

import clipdesk.transcript.heard.Heard;
import clipdesk.transcript.script.Script;
import clipdesk.transcript.timing.Activity;
import clipdesk.transcript.timing.How;
import clipdesk.transcript.timing.WordTimes;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Gives the words of a script their times. */
public final class Aligner {
  /** Changes when the same input would give other times. */
  private static final String VERSION = "2";

  static final double WRONG_TEXT = 0.20;
  static final double DOUBTFUL_TEXT = 0.55;

  private Aligner() {}

  /**
   * What a revision says of how it was made.
   *
   * @param activity of the sound, where it was measured and agrees with the words
   */
  public static String version(Optional<Activity> activity) {
    return activity.map(_ -> VERSION + "+sound").orElse(VERSION);
  }

  /**
   * From what was heard.
   *
   * @param activity of the sound, where it was measured
   */
  public static Alignment align(
      Script script, Heard heard, Optional<Activity> activity, int durationMs) {
    var unspoken = unspoken(script);
    var vocabulary = new Vocabulary();
    var written = written(script, unspoken, vocabulary);
    var spoken = new Tokens(vocabulary, script.language());
    for (var word = 0; word < heard.words().size(); word++) {
      spoken.add(word, heard.words().get(word).text());
    }
    var heardTimes = new HeardTimes(heard.words(), spoken, activity);
    var matches = TextMatch.of(written, spoken, vocabulary);
    Distrust.apply(matches, written, heardTimes, activity, sentenceStarts(script, written));

    var share = Runs.share(matches, written, script.words().size() - unspoken.cardinality());
    if (share < WRONG_TEXT) {
      var none = new WordTimes(script.words().size());
      return new Alignment(Alignment.State.MISMATCH, none, share, heardTimes.biasMs(), List.of());
    }
    var times = new WordTimes(script.words().size());
    unspoken.stream().forEach(word -> times.clear(word, How.U));
    MatchedWords.place(matches, written, heardTimes, times);
    if (!heard.form().hasWordTimes()) {
      asEstimates(times);
    }
    Pins.apply(script, times, heardTimes.msPerLetter());
    new Holes(script, times, heardTimes, matches, activity, durationMs).fill();
    InOrder.settle(times, durationMs);
    var state = share < DOUBTFUL_TEXT ? Alignment.State.DOUBTFUL : Alignment.State.ALIGNED;
    var pauses = Silences.of(heard, times, activity);
    return new Alignment(state, times, share, heardTimes.biasMs(), pauses);
  }

  /** From nothing but the text and what an editor set: good for finding one's way. */
  public static Alignment estimate(Script script, int durationMs) {
    var times = new WordTimes(script.words().size());
    unspoken(script).stream().forEach(word -> times.clear(word, How.U));
    Estimate.fill(script, times, durationMs);
    InOrder.settle(times, durationMs);
    return new Alignment(Alignment.State.ESTIMATED, times, 0, 0, List.of());
  }

  private static Tokens written(Script script, BitSet unspoken, Vocabulary vocabulary) {
    var written = new Tokens(vocabulary, script.language());
    for (var word = 0; word < script.words().size(); word++) {
      if (!unspoken.get(word)) {
        written.add(word, script.word(word));
      }
    }
    return written;
  }

  private static BitSet sentenceStarts(Script script, Tokens written) {
    var firstWords = new BitSet();
    script.turns().stream()
        .flatMap(turn -> turn.sentences().stream())
        .forEach(sentence -> firstWords.set(sentence.fromWord()));
    var starts = new BitSet();
    for (var token = 0; token < written.size(); token++) {
      var word = written.word(token);
      starts.set(token, firstWords.get(word) && (token == 0 || written.word(token - 1) != word));
    }
    return starts;
  }

  private static BitSet unspoken(Script script) {
    var unspoken = new BitSet();
    script.unspoken().forEach(range -> unspoken.set(range.from(), range.to()));
    return unspoken;
  }

  /** Words of a cue share its time by their letters, which nobody heard so. */
  private static void asEstimates(WordTimes times) {
    for (var word = 0; word < times.size(); word++) {
      if (times.how(word).isCertain()) {
        times.set(word, How.E, times.in(word), times.out(word), 0);
      }
    }
  }
}
