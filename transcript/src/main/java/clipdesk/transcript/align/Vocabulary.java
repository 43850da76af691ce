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
    if (Math.abs(first.length() - second.length()) > most
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

  /** How alike a word is to two that follow each other. */
  double similarity(int one, int first, int second) {
    var joined = bare.get(first) + bare.get(second);
    var word = bare.get(one);
    return Math.abs(joined.length() - word.length()) * 4 > word.length()
        ? 0
        : Distance.similarity(word, joined);
  }

  static boolean isSame(double similarity) {
    return similarity >= SAME_BUT_ACCENTS;
  }
}
