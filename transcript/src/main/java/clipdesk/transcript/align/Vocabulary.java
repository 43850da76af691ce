package clipdesk.transcript.align;

import clipdesk.transcript.language.Distance;
import clipdesk.transcript.language.Folding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keys of both texts as numbers, and how alike two of them are. */
final class Vocabulary {
  /** Heard otherwise, but the same word. */
  static final double ALIKE = 0.5;

  /** One word as two, or the other way round. */
  static final double JOINED = 0.8;

  /** No language has longer words; longer ones are the same or they are not. */
  private static final int MOST_LETTERS = 64;

  private static final double SAME_BUT_ACCENTS = 0.99;

  private final Map<String, Integer> ids = new HashMap<>();
  private final List<String> bare = new ArrayList<>();
  private final List<Integer> letterSets = new ArrayList<>();

  int id(String key) {
    return ids.computeIfAbsent(
        key,
        it -> {
          bare.add(Folding.bare(it));
          letterSets.add(letters(bare.getLast()));
          return bare.size() - 1;
        });
  }

  /** A bit for each letter that occurs, all alphabets folded into one word. */
  private static int letters(String text) {
    var set = 0;
    for (var i = 0; i < text.length(); i++) {
      set |= 1 << (text.charAt(i) & 31);
    }
    return set;
  }

  int letters(int id) {
    return bare.get(id).length();
  }

  /** From 1 for the same word down to {@link #ALIKE}, and 0 below. */
  double similarity(int one, int other) {
    if (one == other) {
      return 1;
    }
    var first = bare.get(one);
    var second = bare.get(other);
    var longest = Math.max(first.length(), second.length());
    var most = longest / 2;
    int set = letterSets.get(one);
    int otherSet = letterSets.get(other);
    // Each letter of the one that the other lacks costs an exchange: no need to count them exactly.
    if ((longest > MOST_LETTERS && !first.equals(second))
        || Math.abs(first.length() - second.length()) > most
        || Integer.bitCount(set & ~otherSet) > most
        || Integer.bitCount(otherSet & ~set) > most) {
      return 0;
    }
    if (first.equals(second)) {
      return SAME_BUT_ACCENTS;
    }
    var similarity = 1 - (double) Distance.between(first, second) / longest;
    return similarity >= ALIKE ? similarity : 0;
  }

  /** How alike a word is to two that follow each other, and 0 below {@link #JOINED}. */
  double similarity(int one, int first, int second) {
    var word = bare.get(one);
    var letters = bare.get(first).length() + bare.get(second).length();
    var most = Math.max(letters, word.length()) / 5;
    int set = letterSets.get(one);
    var joinedSet = letterSets.get(first) | letterSets.get(second);
    if (Math.max(letters, word.length()) > MOST_LETTERS
        || Math.abs(letters - word.length()) > most
        || Integer.bitCount(set & ~joinedSet) > most
        || Integer.bitCount(joinedSet & ~set) > most) {
      return 0;
    }
    var alike = Distance.similarity(word, bare.get(first) + bare.get(second));
    return alike >= JOINED ? alike : 0;
  }

  static boolean isSame(double similarity) {
    return similarity >= SAME_BUT_ACCENTS;
  }
}
