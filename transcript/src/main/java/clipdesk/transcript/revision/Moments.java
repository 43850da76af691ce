package clipdesk.transcript.revision;

import clipdesk.transcript.script.Paragraph;
import clipdesk.transcript.script.WordRange;
import clipdesk.transcript.timing.FrameClock;
import clipdesk.transcript.timing.How;
import clipdesk.transcript.timing.WordTimes;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Where words begin and end, in milliseconds and frames, and how their times came about. */
public final class Moments {
  private static final int SECOND_MS = 1_000;

  private final WordTimes times;
  private final FrameClock frames;
  private final boolean estimated;

  public Moments(Revision revision) {
    this.times = revision.times();
    this.frames = revision.video().frames();
    this.estimated = revision.timing() == Timing.ESTIMATED;
  }

  static String label(Paragraph.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Words, and from when to when they are spoken, if any of them has a time. */
  void words(JsonGenerator json, int fromWord, int toWord) throws IOException {
    json.writeFieldName("words");
    json.writeArray(new int[] {fromWord, toWord}, 0, 2);
    var spoken = spoken(fromWord, toWord);
    if (spoken.isPresent()) {
      moment(json, "in", inMs(spoken.get()), in(spoken.get()));
      moment(json, "out", outMs(spoken.get()), out(spoken.get()));
    }
  }

  /** The first and the last of the words that have a time. */
  public Optional<WordRange> spoken(int fromWord, int toWord) {
    var first = fromWord;
    while (first < toWord && !times.hasTime(first)) {
      first++;
    }
    var end = toWord;
    while (end > first && !times.hasTime(end - 1)) {
      end--;
    }
    return first < end ? Optional.of(new WordRange(first, end)) : Optional.empty();
  }

  /**
   * From when one has to listen to hear what is said at some words: from the first of them that has
   * a time; where none has, from the end of what is said before them.
   *
   * @param words in the revision; an empty range is the place before its word
   * @return empty if nothing until there has a time
   */
  public OptionalInt listenFromMs(WordRange words) {
    var spoken = spoken(words.from(), words.to());
    if (spoken.isPresent()) {
      return OptionalInt.of(inMs(spoken.get()));
    }
    return spoken(0, words.from()).stream().mapToInt(this::outMs).findFirst();
  }

  /** To the second where it is only an estimate, which nobody should take for more. */
  public int inMs(WordRange spoken) {
    var ms = times.in(spoken.from());
    return estimated ? ms / SECOND_MS * SECOND_MS : ms;
  }

  public int outMs(WordRange spoken) {
    var ms = times.out(spoken.to() - 1);
    return estimated ? Math.ceilDiv(ms, SECOND_MS) * SECOND_MS : ms;
  }

  /** The frame that is shown when they begin. */
  public long in(WordRange spoken) {
    return frames.shownAt(inMs(spoken));
  }

  /** The first frame after they end. */
  public long out(WordRange spoken) {
    return frames.notBefore(outMs(spoken));
  }

  /** Of several ways the least certain one. */
  public String how(int fromWord, int toWord) {
    var least = How.A;
    for (var word = fromWord; word < toWord; word++) {
      var how = times.how(word);
      least = how.confidence() < least.confidence() ? how : least;
    }
    return least.name();
  }

  private static void moment(JsonGenerator json, String name, int ms, long frame)
      throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("ms", ms);
    json.writeNumberField("frame", frame);
    json.writeEndObject();
  }
}
