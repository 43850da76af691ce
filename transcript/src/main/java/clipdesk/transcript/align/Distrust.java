package clipdesk.transcript.align;

import clipdesk.transcript.timing.Activity;
import java.util.BitSet;
import java.util.Optional;

/**
 * Takes back matches that are more likely chance: a short word or a poor likeness that stands
 * alone, a word on the wrong side of a pause, a run that lies where others say it cannot, and a few
 * words of a sentence for which there is no room.
 */
final class Distrust {
  private static final int SHORT_WORD = 3;
  private static final double POOR = 0.75;
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

  private final Matches matches;
  private final Tokens written;
  private final HeardTimes times;
  private final Optional<Activity> activity;
  private final Room room;

  private Distrust(Matches matches, Tokens written, HeardTimes times, Optional<Activity> activity) {
    this.activity = activity;
    this.matches = matches;
    this.written = written;
    this.times = times;
    this.room = new Room(matches, written, times, activity);
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
    LikelyRuns.keep(matches, written, times, distrust.room);
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
    var letters = room.letters(from, to);
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
    return room.spokenMs(previous, next) >= ROOM * room.neededMs(previous + 1, next);
  }
}
