package clipdesk.transcript.language;

import clipdesk.transcript.text.Blanks;
import clipdesk.transcript.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where sentences end. Made here and not by the JDK's iterator, whose rules change from release to
 * release: the same text has the same sentences on every machine.
 */
public final class Sentences {
  private static final String ENDS = ".?!…。؟";
  private static final String CLOSES = "\"'”’»)]“";
  private static final Pattern INITIALS = Pattern.compile("\\p{Lu}(?:\\.\\p{Lu})*");
  private static final Set<String> ABBREVIATIONS = Lists.read("abbreviations.txt");

  private Sentences() {}

  /** Sentences of a paragraph without the blanks between; together they hold all the rest. */
  public static List<Span> cut(String text, Span paragraph) {
    var sentences = new ArrayList<Span>();
    var start = paragraph.start();
    for (var at = paragraph.start(); at < paragraph.end(); at++) {
      if (ENDS.indexOf(text.charAt(at)) < 0) {
        continue;
      }
      var after = afterEnd(text, at + 1, paragraph.end());
      if (ends(text, start, at, after, paragraph.end())) {
        sentences.add(Blanks.trim(text, start, after));
        start = after;
      }
      at = after - 1;
    }
    var rest = Blanks.trim(text, start, paragraph.end());
    if (rest.length() > 0) {
      sentences.add(rest);
    }
    return sentences;
  }

  /** More signs of the end, and what closes: {@code ?!»}, in French after a blank. */
  private static int afterEnd(String text, int from, int end) {
    var at = from;
    while (at < end) {
      var c = text.charAt(at);
      var closes = ENDS.indexOf(c) >= 0 || CLOSES.indexOf(c) >= 0;
      var french = Blanks.isBlank(c) && at + 1 < end && "?!»".indexOf(text.charAt(at + 1)) >= 0;
      if (!closes && !french) {
        break;
      }
      at++;
    }
    return at;
  }

  private static boolean ends(String text, int start, int sign, int after, int end) {
    if (after >= end) {
      return true;
    }
    if (!Blanks.isBlank(text.charAt(after))) {
      return false;
    }
    var next = Blanks.trim(text, after, end);
    if (next.length() == 0) {
      return true;
    }
    var first = text.codePointAt(next.start());
    if (Character.isLowerCase(first)) {
      return false;
    }
    return text.charAt(sign) != '.' || !isAbbreviation(text, start, sign);
  }

  /** {@code Mr}, {@code U.S}, {@code J}: a word after which a point does not end the sentence. */
  private static boolean isAbbreviation(String text, int start, int point) {
    var from = point;
    while (from > start && !Blanks.isBlank(text.charAt(from - 1))) {
      from--;
    }
    while (from < point && !Character.isLetterOrDigit(text.charAt(from))) {
      from++;
    }
    var word = text.substring(from, point);
    return INITIALS.matcher(word).matches() || ABBREVIATIONS.contains(Folding.key(word));
  }
}
