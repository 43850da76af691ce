package clipdesk.transcript.search;

import clipdesk.transcript.language.Folding;
import clipdesk.transcript.text.Blanks;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The spellings by which a word is found: case, accents of Latin letters, stress marks, and every
 * kind of apostrophe aside. French articles that are joined to a word, the English {@code 's}, and
 * the parts of a word with hyphens or points may be left out or asked for alone.
 */
record Spelling(String whole, String shorter, List<String> parts) {
  private static final Pattern ELISION =
      Pattern.compile("(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(.+)");
  private static final Pattern POSSESSIVE = Pattern.compile("(.+)'s");
  private static final Pattern JOINT =
      Pattern.compile("[-\u2010\u2011]|(?<=\\p{L})\\.|\\.(?=\\p{L})");
  private static final Pattern SIGNS =
      Pattern.compile("^[^\\p{L}\\p{Nd}]+|[^\\p{L}\\p{Nd}\\p{M}]+$");

  Spelling {
    parts = List.copyOf(parts);
  }

  static Spelling of(String word) {
    var letters = lettersOf(word);
    var parts =
        JOINT.splitAsStream(letters).map(Spelling::spelt).filter(it -> !it.isEmpty()).toList();
    return new Spelling(
        spelt(JOINT.matcher(letters).replaceAll("")),
        spelt(JOINT.matcher(withoutJoined(letters)).replaceAll("")),
        parts.size() > 1 ? parts : List.of());
  }

  /** In small letters with one kind of apostrophe, as dictionaries write it. */
  static String lettersOf(String word) {
    var text = Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    var letters = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> !Blanks.isIgnorable(c) && !isStress(c))
        .map(c -> Folding.isApostrophe(c) ? '\'' : c)
        .forEach(letters::appendCodePoint);
    return SIGNS.matcher(letters).replaceAll("");
  }

  /** Without the article before its apostrophe, or the {@code 's} behind it. */
  static String withoutJoined(String letters) {
    var elided = ELISION.matcher(letters);
    if (elided.matches()) {
      return elided.group(1);
    }
    var possessed = POSSESSIVE.matcher(letters);
    return possessed.matches() ? possessed.group(1) : letters;
  }

  /** By which a word in a text is found. */
  Set<String> all() {
    var all = new LinkedHashSet<>(either());
    all.addAll(parts);
    return all;
  }

  /** Which of them a word that is asked for stands for. */
  List<String> either() {
    var either = new ArrayList<>(List.of(whole));
    if (!shorter.equals(whole) && !shorter.isEmpty()) {
      either.add(shorter);
    }
    return either;
  }

  boolean isEmpty() {
    return whole.isEmpty();
  }

  private static String spelt(String letters) {
    return Folding.bare(Folding.key(letters));
  }

  /** Acute and grave over Cyrillic letters say how a word is read aloud, in textbooks. */
  private static boolean isStress(int c) {
    return c == 0x0300 || c == 0x0301;
  }
}
