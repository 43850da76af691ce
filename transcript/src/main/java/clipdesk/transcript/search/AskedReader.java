package clipdesk.transcript.search;

import clipdesk.transcript.language.Words;
import clipdesk.transcript.refusals.MalformedInputException;
import clipdesk.transcript.search.Asked.Beginning;
import clipdesk.transcript.search.Asked.Phrase;
import clipdesk.transcript.search.Asked.Term;
import clipdesk.transcript.search.Asked.Wanted;
import clipdesk.transcript.search.Asked.Word;
import clipdesk.transcript.text.Blanks;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a question as people type it: words, {@code "a phrase"}, {@code -without}, {@code begin*}.
 * All else is punctuation, whatever some search engine may take it for.
 */
public final class AskedReader {
  static final int MAX_LENGTH = 200;
  static final int MAX_TERMS = 10;
  static final int MIN_BEGINNING = 3;
  private static final String QUOTES = "\"\u201c\u201d\u201e\u00ab\u00bb";

  private final List<Term> terms = new ArrayList<>();

  private AskedReader() {}

  /**
   * @throws MalformedInputException {@code too-long}, {@code unbalanced-quote}, {@code
   *     too-many-terms}, {@code too-short} for a beginning of fewer than three letters, {@code
   *     missing} if no word is wanted
   */
  public static Asked read(String question) {
    if (question.codePointCount(0, question.length()) > MAX_LENGTH) {
      throw refused("too-long", "Must have at most %d characters".formatted(MAX_LENGTH));
    }
    var reader = new AskedReader();
    reader.readAll(question);
    return reader.asked();
  }

  private void readAll(String question) {
    var at = 0;
    while (at < question.length()) {
      if (parts(question.charAt(at))) {
        at++;
        continue;
      }
      var without = question.charAt(at) == '-';
      var from = without ? at + 1 : at;
      at =
          from < question.length() && isQuote(question.charAt(from))
              ? phrase(question, from + 1, without)
              : words(question, from, without);
    }
  }

  private int phrase(String question, int from, boolean without) {
    var end = from;
    while (end < question.length() && !isQuote(question.charAt(end))) {
      end++;
    }
    if (end == question.length()) {
      throw refused("unbalanced-quote", "A quotation mark has no second one");
    }
    var words = wordsOf(question.substring(from, end));
    if (!words.isEmpty()) {
      add(new Phrase(words), without);
    }
    return end + 1;
  }

  private int words(String question, int from, boolean without) {
    var end = from;
    while (end < question.length()
        && !parts(question.charAt(end))
        && !isQuote(question.charAt(end))) {
      end++;
    }
    var chunk = question.substring(from, end);
    var words = wordsOf(chunk);
    for (var word : words) {
      add(
          words.size() == 1 && chunk.endsWith(word + "*") ? beginning(word) : new Word(word),
          without);
    }
    return end;
  }

  private static Beginning beginning(String word) {
    var letters = Spelling.of(word).whole();
    if (letters.codePointCount(0, letters.length()) < MIN_BEGINNING) {
      throw refused(
          "too-short", "A beginning must have at least %d letters".formatted(MIN_BEGINNING));
    }
    return new Beginning(word);
  }

  private void add(Wanted wanted, boolean without) {
    terms.add(new Term(wanted, without));
    if (terms.size() > MAX_TERMS) {
      throw refused("too-many-terms", "Must have at most %d terms".formatted(MAX_TERMS));
    }
  }

  private Asked asked() {
    if (terms.stream().allMatch(Term::without)) {
      throw refused("missing", "Must ask for a word");
    }
    return new Asked(terms);
  }

  private static List<String> wordsOf(String text) {
    return Words.cut(text, 0, text.length()).stream()
        .map(it -> it.of(text))
        .filter(it -> !Spelling.of(it).isEmpty())
        .toList();
  }

  private static boolean parts(char c) {
    return Blanks.isBlank(c) || Character.isISOControl(c);
  }

  private static boolean isQuote(char c) {
    return QUOTES.indexOf(c) >= 0;
  }

  private static MalformedInputException refused(String code, String message) {
    return new MalformedInputException(code, message);
  }
}
