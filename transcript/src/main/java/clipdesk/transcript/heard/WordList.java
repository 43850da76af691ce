package clipdesk.transcript.heard;

import clipdesk.transcript.language.Words;
import clipdesk.transcript.refusals.Fault;
import clipdesk.transcript.refusals.MalformedInputException;
import clipdesk.transcript.refusals.UnsupportedInputException;
import clipdesk.transcript.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Collects items of any form, notes what cannot be, and hands out words that are sound. */
final class WordList {
  static final int MAX_WORDS = 60_000;

  /** Encoders and players disagree about the end of a sound by less. */
  private static final int PAST_THE_END_MS = 1_000;

  /** One item of a hundred may lie past the end, where recognisers imagine words. */
  private static final int ONE_OF = 100;

  private static final double MAX_SECONDS = 1_000_000;

  private record Item(int index, HeardWord word) {}

  private final List<Item> items = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();

  /**
   * Takes an item of any text: one word, several, which share its time by letters, or none.
   *
   * @param index of the item in its file
   */
  void add(
      int index,
      String text,
      double in,
      double out,
      OptionalDouble confidence,
      Optional<String> speaker) {
    var wrong = wrong(in, out);
    if (wrong.isPresent()) {
      faults.add(new Fault(index, wrong.get()));
      return;
    }
    var words = Words.cut(text, 0, text.length());
    if (items.size() + words.size() > MAX_WORDS) {
      throw new UnsupportedInputException(
          "too-many-words", "There are more than %d words".formatted(MAX_WORDS));
    }
    var letters = words.stream().mapToInt(Span::length).sum();
    var before = 0;
    for (var word : words) {
      var from = in + (out - in) * before / letters;
      before += word.length();
      var to = in + (out - in) * before / letters;
      items.add(
          new Item(index, new HeardWord(word.of(text), ms(from), ms(to), confidence, speaker)));
    }
  }

  private static Optional<String> wrong(double in, double out) {
    if (Double.isNaN(in) || Double.isNaN(out) || Double.isInfinite(in) || Double.isInfinite(out)) {
      return Optional.of("its time is no number");
    }
    if (in < 0 || out > MAX_SECONDS) {
      return Optional.of("its time is out of all bounds");
    }
    return out < in ? Optional.of("it ends before it begins") : Optional.empty();
  }

  /**
   * The words by their times; those that begin at once stay as they came.
   *
   * @throws MalformedInputException {@code bad-time}, or {@code empty} without a single word
   */
  List<HeardWord> inOrder(int durationMs) {
    var late =
        items.stream().filter(it -> it.word().inMs() > durationMs + PAST_THE_END_MS).toList();
    if (late.size() * ONE_OF > items.size()) {
      late.forEach(it -> faults.add(new Fault(it.index(), "it begins after the end of the sound")));
    }
    if (!faults.isEmpty()) {
      throw new MalformedInputException("bad-time", faults.stream().limit(Fault.MOST).toList());
    }
    if (items.isEmpty()) {
      throw new MalformedInputException("empty", "There is no word with a time");
    }
    return items.stream()
        .map(Item::word)
        .filter(it -> it.inMs() < durationMs)
        .sorted(Comparator.comparingInt(HeardWord::inMs))
        .map(it -> it.outMs() <= durationMs ? it : until(it, durationMs))
        .toList();
  }

  private static HeardWord until(HeardWord it, int durationMs) {
    return new HeardWord(it.text(), it.inMs(), durationMs, it.confidence(), it.speaker());
  }

  private static int ms(double seconds) {
    return (int) Math.round(seconds * 1_000);
  }
}
