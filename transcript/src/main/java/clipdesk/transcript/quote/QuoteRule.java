package clipdesk.transcript.quote;

import clipdesk.transcript.script.WordRange;
import clipdesk.transcript.timing.Activity.Stretch;
import clipdesk.transcript.timing.How;
import clipdesk.transcript.timing.WordTimes;
import java.util.List;
import java.util.Optional;

/**
 * Edges of a quote lie in the pauses of the sound where there are some near, else a little outside
 * of the words. Measured against bare times, that is the difference between two quotes of five with
 * both edge words whole and forty-nine of fifty.
 */
public final class QuoteRule {
  /** Beyond this nobody is given a clip in the belief that it holds the words. */
  static final int MOST_UNCERTAIN_MS = 2_000;

  /** How far from an edge of words a pause may lie for it to be cut in there. */
  public static final int NEAR_MS = 300;

  private static final int BEFORE_SPEECH_MS = 150;
  private static final int AFTER_SPEECH_MS = 250;
  private static final int OF_THE_NEIGHBOURS_MS = 20;
  private static final int PADDING_MS = 150;

  private record Found(int ms, Edge how) {}

  private final WordTimes times;
  private final List<Stretch> pauses;
  private final int durationMs;

  /**
   * @param pauses of the sound in order, of at least 120 ms; none where it was not measured
   */
  public QuoteRule(WordTimes times, List<Stretch> pauses, int durationMs) {
    this.times = times;
    this.pauses = List.copyOf(pauses);
    this.durationMs = durationMs;
  }

  /**
   * @param words at least one, all of them in the transcript
   */
  public Quoted of(WordRange words) {
    if (words.from() >= words.to() || words.to() > times.size()) {
      throw new IllegalArgumentException("No words: " + words);
    }
    var first = words.from();
    var last = words.to() - 1;
    if (!isGoodEnough(first) || !isGoodEnough(last)) {
      return untimed(words);
    }
    var in = in(first);
    var out = out(last);
    return new Quoted.Times(
        Math.max(0, in.ms), Math.min(durationMs, Math.max(out.ms, in.ms + 1)), in.how, out.how);
  }

  private boolean isGoodEnough(int word) {
    return times.how(word).isCertain()
        || (times.how(word) == How.I && times.uncertainty(word) <= MOST_UNCERTAIN_MS);
  }

  private Found in(int word) {
    var ms = times.in(word);
    if (!times.how(word).isCertain()) {
      return new Found(ms - times.uncertainty(word), Edge.WIDENED);
    }
    return nearest(ms, /* byEnd= */ true)
        .map(it -> Math.max(it.outMs() - BEFORE_SPEECH_MS, it.inMs() + OF_THE_NEIGHBOURS_MS))
        .map(it -> new Found(it, Edge.PAUSE))
        .orElseGet(() -> new Found(ms - PADDING_MS, Edge.PADDED));
  }

  private Found out(int word) {
    var ms = times.out(word);
    if (!times.how(word).isCertain()) {
      return new Found(ms + times.uncertainty(word), Edge.WIDENED);
    }
    return nearest(ms, /* byEnd= */ false)
        .map(it -> Math.min(it.inMs() + AFTER_SPEECH_MS, it.outMs() - OF_THE_NEIGHBOURS_MS))
        .map(it -> new Found(it, Edge.PAUSE))
        .orElseGet(() -> new Found(ms + PADDING_MS, Edge.PADDED));
  }

  /** The pause whose end, or whose start, lies nearest to a time and near enough. */
  private Optional<Stretch> nearest(int ms, boolean byEnd) {
    Stretch best = null;
    var least = NEAR_MS;
    for (var pause : pauses) {
      var distance = Math.abs((byEnd ? pause.outMs() : pause.inMs()) - ms);
      if (distance <= least) {
        least = distance;
        best = pause;
      }
      if (pause.inMs() > ms + NEAR_MS) {
        break;
      }
    }
    return Optional.ofNullable(best);
  }

  private Quoted untimed(WordRange words) {
    var first = words.from();
    while (first >= 0 && !times.how(first).isCertain()) {
      first--;
    }
    var last = words.to() - 1;
    while (last < times.size() && !times.how(last).isCertain()) {
      last++;
    }
    var from = first >= 0 ? first : Math.min(last, times.size());
    var to = last < times.size() ? last + 1 : Math.max(first + 1, 0);
    return new Quoted.Untimed(uncertainty(words), new WordRange(from, Math.max(from, to)));
  }

  /** The worse of both edges; none if one of them has no time that was heard or placed. */
  private int uncertainty(WordRange words) {
    var one = uncertainty(words.from());
    var other = uncertainty(words.to() - 1);
    return Math.min(one, other) == WordTimes.NO_TIME ? WordTimes.NO_TIME : Math.max(one, other);
  }

  private int uncertainty(int word) {
    var how = times.how(word);
    return how.isCertain() || how == How.I ? times.uncertainty(word) : WordTimes.NO_TIME;
  }
}
