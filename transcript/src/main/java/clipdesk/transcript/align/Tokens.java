package clipdesk.transcript.align;

import clipdesk.transcript.language.Folding;
import clipdesk.transcript.language.NumberWords;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Words as they are compared. A word may be several tokens: compounds are cut at hyphens and
 * elisions, figures are spelled out, so that "l’OTAN" meets "l 'OTAN" and "12" meets "twelve".
 */
final class Tokens {
  private static final String ELIDING = "cdjlmnst";

  private final Vocabulary vocabulary;
  private final String language;
  private int[] ids = new int[256];
  private int[] words = new int[256];
  private int size;

  Tokens(Vocabulary vocabulary, String language) {
    this.vocabulary = vocabulary;
    this.language = language;
  }

  void add(int word, String text) {
    var from = 0;
    for (var at = 0; at <= text.length(); at++) {
      if (at == text.length() || isHyphen(text.charAt(at)) || isElision(text, from, at)) {
        addPart(word, text.substring(from, at));
        from = at + 1;
      }
    }
  }

  private void addPart(int word, String part) {
    var spelled =
        part.chars().anyMatch(Character::isDigit)
            ? NumberWords.spell(part, language)
            : List.<String>of();
    if (spelled.isEmpty()) {
      append(word, Folding.key(part));
    } else {
      spelled.forEach(it -> append(word, it));
    }
  }

  private void append(int word, String key) {
    if (key.isEmpty()) {
      return;
    }
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, size * 2);
      words = Arrays.copyOf(words, size * 2);
    }
    ids[size] = vocabulary.id(key);
    words[size] = word;
    size++;
  }

  private static boolean isHyphen(char c) {
    return c == '-' || c == '\u2010' || c == '\u2011';
  }

  /** One consonant, or "qu", before an apostrophe: French drops the vowel there. */
  private boolean isElision(String text, int from, int at) {
    if (!language.equals("fr")
        || !Folding.isApostrophe(text.charAt(at))
        || at + 1 == text.length()) {
      return false;
    }
    var before = text.substring(from, at).toLowerCase(Locale.ROOT);
    return (before.length() == 1 && ELIDING.contains(before)) || before.endsWith("qu");
  }

  int size() {
    return size;
  }

  int id(int token) {
    return ids[token];
  }

  /** The word that the token is of. */
  int word(int token) {
    return words[token];
  }

  int letters(int token) {
    return vocabulary.letters(ids[token]);
  }
}
