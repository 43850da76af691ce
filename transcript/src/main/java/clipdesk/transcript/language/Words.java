package clipdesk.transcript.language;

import clipdesk.transcript.text.Blanks;
import clipdesk.transcript.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Where words are: runs of letters and digits with apostrophes, hyphens and points inside. A figure
 * keeps its separators and its sign, {@code 1,5%} and {@code €152} are one word each.
 */
public final class Words {
  private static final String BEFORE_FIGURES = "€$£¥₴#№+";
  private static final String AFTER_FIGURES = "%‰€$£¥₴°";

  private Words() {}

  public static List<Span> cut(String text, int start, int end) {
    var words = new ArrayList<Span>();
    var at = start;
    var free = start;
    while (at < end) {
      var c = text.codePointAt(at);
      if (Character.isLetterOrDigit(c)) {
        var signed = at > free && Character.isDigit(c) && isOne(text, at - 1, BEFORE_FIGURES);
        var from = signed ? at - 1 : at;
        at = endOfWord(text, at, end);
        words.add(new Span(from, at));
        free = at;
      } else {
        at += Character.charCount(c);
      }
    }
    return words;
  }

  private static int endOfWord(String text, int start, int end) {
    var at = start;
    while (at < end) {
      var c = text.codePointAt(at);
      var next = at + Character.charCount(c);
      if (!belongs(c) && !(joins(text, at, start, end) && at > start)) {
        break;
      }
      at = next;
    }
    while (at > start && Blanks.isIgnorable(text.charAt(at - 1))) {
      at--;
    }
    var figure = Character.isDigit(text.codePointBefore(at));
    return figure && at < end && isOne(text, at, AFTER_FIGURES) ? at + 1 : at;
  }

  private static boolean belongs(int c) {
    return Character.isLetterOrDigit(c) || isMark(c) || Blanks.isIgnorable(c);
  }

  private static boolean isMark(int c) {
    var type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  /** A sign between two letters or digits that does not end the word. */
  private static boolean joins(String text, int at, int start, int end) {
    if (at + 1 >= end) {
      return false;
    }
    var c = text.charAt(at);
    var before = text.codePointBefore(at);
    var after = text.codePointAt(at + 1);
    if (!Character.isLetterOrDigit(after) || !belongs(before)) {
      return false;
    }
    var figures = Character.isDigit(before) && Character.isDigit(after);
    if (c == ',' || c == ':') {
      return figures;
    }
    if (c == '.') {
      // A full stop without its blank parts two sentences; initials and addresses keep theirs.
      var initial = at - 1 == start || text.charAt(at - 2) == '.';
      return figures || initial || Character.isLowerCase(after);
    }
    return c == '-' || c == '\u2010' || c == '\u2011' || Folding.isApostrophe(c);
  }

  private static boolean isOne(String text, int at, String signs) {
    return signs.indexOf(text.charAt(at)) >= 0;
  }
}
