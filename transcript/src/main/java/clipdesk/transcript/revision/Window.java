package clipdesk.transcript.revision;

import clipdesk.transcript.script.Sentence;
import clipdesk.transcript.timing.How;
import clipdesk.transcript.timing.WordTimes;
import java.util.Optional;

/**
 * A part of a transcript: words whose middle lies in it belong to it. One of the whole takes words
 * without a time, too.
 */
public record Window(Optional<Part> part) {
  /** Milliseconds {@code [inMs, outMs)}. */
  public record Part(int inMs, int outMs) {}

  public static final Window WHOLE = new Window(Optional.empty());

  public static Window of(int inMs, int outMs) {
    return new Window(Optional.of(new Part(inMs, outMs)));
  }

  boolean holds(WordTimes times, int word) {
    return part.isEmpty() || (times.hasTime(word) && holds(middle(times, word)));
  }

  boolean holds(WordTimes times, Sentence sentence) {
    return holdsOne(times, sentence.fromWord(), sentence.toWord());
  }

  boolean holdsOne(WordTimes times, int fromWord, int toWord) {
    if (part.isEmpty()) {
      return true;
    }
    for (var word = fromWord; word < toWord; word++) {
      if (holds(times, word)) {
        return true;
      }
    }
    return false;
  }

  /** Without the times of all words outside. */
  WordTimes only(WordTimes times) {
    var inside = new WordTimes(times.size());
    for (var word = 0; word < times.size(); word++) {
      if (holds(times, word) && times.hasTime(word)) {
        inside.set(word, times.how(word), times.in(word), times.out(word), times.uncertainty(word));
      } else {
        inside.clear(word, times.how(word) == How.U ? How.U : How.N);
      }
    }
    return inside;
  }

  int clampedIn(int ms) {
    return part.map(it -> Math.max(it.inMs(), ms)).orElse(ms);
  }

  int clampedOut(int ms) {
    return part.map(it -> Math.min(it.outMs(), ms)).orElse(ms);
  }

  private boolean holds(int ms) {
    return part.filter(it -> ms >= it.inMs() && ms < it.outMs()).isPresent();
  }

  private static int middle(WordTimes times, int word) {
    return times.in(word) + (times.out(word) - times.in(word)) / 2;
  }
}
