package clipdesk.transcript.parse;

import clipdesk.transcript.language.Distance;
import clipdesk.transcript.language.Folding;
import clipdesk.transcript.language.Lexicon;
import java.util.List;
import java.util.stream.Stream;

/** A person's name as it is compared: its words without title, as keys, and without their order. */
record Name(List<String> inOrder, List<String> sorted) {
  private static final int MAX_DISTANCE = 2;
  private static final int MIN_LETTERS = 6;

  static Name of(String text) {
    var words =
        Stream.of(Folding.phrase(text).split(" ", -1)).filter(it -> !Lexicon.isTitle(it)).toList();
    return new Name(words, words.stream().sorted().toList());
  }

  boolean isSamePerson(Name other) {
    return sorted.equals(other.sorted);
  }

  /** A slip of the pen: two letters at most, in names that are long enough for it. */
  boolean isNearly(Name other) {
    var one = String.join(" ", inOrder);
    var two = String.join(" ", other.inOrder);
    return Math.min(one.length(), two.length()) >= MIN_LETTERS
        && Math.abs(one.length() - two.length()) <= MAX_DISTANCE
        && Distance.between(one, two) <= MAX_DISTANCE;
  }

  /** Whether the other name is this one and more: a surname, and the name that it is part of. */
  boolean isPartOf(Name other) {
    return sorted.size() < other.sorted.size() && other.sorted.containsAll(sorted);
  }
}
