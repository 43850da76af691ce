package clipdesk.transcript.align;

import clipdesk.transcript.timing.Activity;
import java.util.BitSet;
import java.util.Optional;

/**
 * Takes back matches that are more likely chance: a short word or a poor likeness that stands
 * alone, a short run that lies where its neighbours on both sides say it cannot, and a few words of
 * a sentence for which there is no room.
 */
final class Distrust {
  private static final int SHORT_WORD = 3;
  private static final double POOR = 0.75;
  private static final int SHORT_RUN = 14;
  private static final int SLACK_MS = 400;
  private static final double SLACK = 0.5;

  private static final int TORN_MS = 600;
  private static final int STRAY_LETTERS = 8;
  private static final int PAUSE_MS = 250;
  private static final int NO_PAUSE_MS = 200;
  private static final int NEAR = 3;

  /** Sentences of fewer letters are left alone. */
  private static final int SHORT_SENTENCE = 12;

  /** Of the letters of a sentence: no more than that is matched by chance. */
  private static final double FEW = 0.35;

  /** Of the time that letters need: with less, they were not all spoken. */
  private static final double ROOM = 0.45;

  private record Run(int from, int to) {}

  private final Matches matches;
  private final Tokens written;
  private final HeardTimes times;
  private final Optional<Activity> activity;
  private final int[] lettersBefore;

  private Distrust(Matches matches, Tokens written, HeardTimes times, Optional<Activity> activity) {
    this.activity = activity;
    this.matches = matches;
    this.written = written;
    this.times = times;
    this.lettersBefore = new int[written.size() + 1];
    for (var i = 0; i < written.size(); i++) {
      lettersBefore[i + 1] = lettersBefore[i] + written.letters(i);
    }
  }

  static void apply(
      Matches matches,
      Tokens written,
      HeardTimes times,
      Optional<Activity> activity,
      BitSet sentenceStarts) {
    var distrust = new Distrust(matches, written, times, activity);
    distrust.dropIsolated();
    distrust.dropStrayEdges(sentenceStarts);
    distrust.dropMisplacedRuns();
    distrust.dropUnspokenSentences(sentenceStarts);
  }

  private void dropIsolated() {
    for (var i = 0; i < matches.size(); i++) {
      var weak = written.letters(i) <= SHORT_WORD || matches.similarity(i) < POOR;
      var alone =
          (i == 0 || !matches.has(i - 1)) && (i + 1 == matches.size() || !matches.has(i + 1));
      if (matches.has(i) && weak && alone) {
        matches.drop(i);
      }
    }
  }

  /**
   * The first word of a sentence that lies at the end of the sentence before, and a pause after it:
   * the pause is where the sentences part. The same the other way round for a last word.
   */
  private void dropStrayEdges(BitSet sentenceStarts) {
    for (var i = sentenceStarts.nextSetBit(1); i > 0; i = sentenceStarts.nextSetBit(i + 1)) {
      if (isStray(i) && pauseAfter(i) >= PAUSE_MS && pauseAfter(i - 1) < NO_PAUSE_MS) {
        matches.drop(i);
      }
      var last = i - 1;
      if (isStray(last) && pauseAfter(last - 1) >= PAUSE_MS && pauseAfter(last) < NO_PAUSE_MS) {
        matches.drop(last);
      }
    }
  }

  private boolean isStray(int token) {
    return matches.has(token) && written.letters(token) <= STRAY_LETTERS;
  }

  /** Silence between a token and the next one that was matched; 0 if one of them was not. */
  private int pauseAfter(int token) {
    var next = token + 1;
    while (next < matches.size() && !matches.has(next) && next - token < NEAR) {
      next++;
    }
    var previous = token;
    while (previous >= 0 && !matches.has(previous) && token - previous < NEAR) {
      previous--;
    }
    if (next >= matches.size() || previous < 0 || !matches.has(next) || !matches.has(previous)) {
      return 0;
    }
    var from = times.out(matches.last(previous));
    var to = times.in(matches.first(next));
    return activity.map(it -> it.longestPauseIn(from, to)).orElse(Math.max(0, to - from));
  }

  private void dropMisplacedRuns() {
    Run before = null;
    var run = next(0);
    while (run != null) {
      var after = next(run.to);
      if (before != null
          && after != null
          && letters(run) < SHORT_RUN
          && contradicts(before, run)
          && contradicts(run, after)) {
        for (var i = run.from; i < run.to; i++) {
          matches.drop(i);
        }
      } else {
        before = run;
      }
      run = after;
    }
  }

  /** Of a sentence that nobody spoke, words are found in what was said around it. */
  private void dropUnspokenSentences(BitSet sentenceStarts) {
    for (int from = sentenceStarts.nextSetBit(0), to; from >= 0; from = to) {
      to = sentenceStarts.nextSetBit(from + 1);
      var end = to < 0 ? matches.size() : to;
      if (hasFewMatches(from, end) && !hasRoom(from, end)) {
        for (var token = from; token < end; token++) {
          if (matches.has(token)) {
            matches.drop(token);
          }
        }
      }
    }
  }

  private boolean hasFewMatches(int from, int to) {
    var letters = lettersBefore[to] - lettersBefore[from];
    var matched = 0;
    for (var token = from; token < to; token++) {
      matched += matches.has(token) ? written.letters(token) : 0;
    }
    return letters >= SHORT_SENTENCE && matched > 0 && matched <= FEW * letters;
  }

  private boolean hasRoom(int from, int to) {
    var previous = from - 1;
    while (previous >= 0 && !matches.has(previous)) {
      previous--;
    }
    var next = to;
    while (next < matches.size() && !matches.has(next)) {
      next++;
    }
    if (previous < 0 || next == matches.size()) {
      return true;
    }
    var letters = lettersBefore[next] - lettersBefore[previous + 1];
    return spoken(previous, next) >= ROOM * letters * times.msPerLetter();
  }

  private Run next(int from) {
    var start = from;
    while (start < matches.size() && !matches.has(start)) {
      start++;
    }
    if (start == matches.size()) {
      return null;
    }
    var end = start + 1;
    while (end < matches.size() && matches.continues(end) && spokenBefore(end) < TORN_MS) {
      end++;
    }
    return new Run(start, end);
  }

  private int letters(Run run) {
    return lettersBefore[run.to] - lettersBefore[run.from];
  }

  /** Whether what is spoken between two runs is far from what the letters between them need. */
  private boolean contradicts(Run one, Run other) {
    var letters = lettersBefore[other.from] - lettersBefore[one.to];
    var needed = letters * times.msPerLetter();
    var spoken = spoken(one.to - 1, other.from);
    return Math.abs(spoken - needed) > SLACK_MS + SLACK * needed;
  }

  /** What is spoken right before a token of a run: much of it, and the run is torn there. */
  private int spokenBefore(int token) {
    return spoken(token - 1, token);
  }

  private int spoken(int one, int other) {
    var from = times.out(matches.last(one));
    var to = times.in(matches.first(other));
    return activity.map(it -> it.speechMs(from, to)).orElse(Math.max(0, to - from));
  }
}
