package clipdesk.transcript.language;

import clipdesk.transcript.text.Blanks;
import java.text.Normalizer;
import java.util.Locale;
import java.util.function.IntPredicate;

/** When two spellings are the same word: width, case, apostrophes and unseen characters aside. */
public final class Folding {
  private Folding() {}

  /** The word without what does not tell words apart; empty if nothing of it is left. */
  public static String key(String word) {
    if (isPlain(word)) {
      return word;
    }
    var folded = Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return keep(folded, c -> !isApostrophe(c) && !Blanks.isIgnorable(c));
  }

  /** A key without accents: {@code eleve} for {@code élève}. Ukrainian letters keep theirs. */
  public static String bare(String key) {
    if (isPlain(key)) {
      return key;
    }
    var parts = Normalizer.normalize(key, Normalizer.Form.NFD);
    var bare = new StringBuilder(parts.length());
    for (var i = 0; i < parts.length(); i++) {
      var c = parts.charAt(i);
      var accent = Character.getType(c) == Character.NON_SPACING_MARK;
      if (!accent || (!bare.isEmpty() && bare.charAt(bare.length() - 1) >= '\u0400')) {
        bare.append(c);
      }
    }
    return Normalizer.normalize(bare, Normalizer.Form.NFC);
  }

  /** Every sign that stands for an apostrophe in one of the three languages. */
  public static boolean isApostrophe(int c) {
    return c == '\''
        || c == '\u2019'
        || c == '\u2018'
        || c == '\u02bc'
        || c == '\u2032'
        || c == '`'
        || c == '\u00b4';
  }

  /** A line or a name as it is compared: keys of its words, one blank between. */
  public static String phrase(String text) {
    var phrase = new StringBuilder();
    for (var word : Words.cut(text, 0, text.length())) {
      phrase.append(phrase.isEmpty() ? "" : " ").append(key(word.of(text)));
    }
    return phrase.toString();
  }

  private static boolean isPlain(String word) {
    for (var i = 0; i < word.length(); i++) {
      var c = word.charAt(i);
      if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  private static String keep(String text, IntPredicate wanted) {
    var kept = new StringBuilder(text.length());
    text.codePoints().filter(wanted).forEach(kept::appendCodePoint);
    return kept.toString();
  }
}
