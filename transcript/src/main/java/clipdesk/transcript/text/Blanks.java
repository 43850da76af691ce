package clipdesk.transcript.text;

/** Which characters end a line, part words, or count for nothing; see Unicode 16, 5.8 and 23.2. */
public final class Blanks {
  private Blanks() {}

  /** LF, CR, Word's soft break (VT), FF, NEL, and Unicode's two separators. */
  public static boolean endsLine(int c) {
    return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
  }

  /** Blanks of every width, the no-break ones too, which {@code Character.isWhitespace} denies. */
  public static boolean isBlank(int c) {
    return c == ' ' || c == '\t' || endsLine(c) || (c > 0x7f && Character.isSpaceChar(c));
  }

  /** Soft hyphens, joiners, marks of direction: seen by nobody, so they neither part nor count. */
  public static boolean isIgnorable(int c) {
    return c > 0x7f && Character.getType(c) == Character.FORMAT;
  }

  public static Span trim(String text, int start, int end) {
    var from = start;
    var to = end;
    while (from < to && countsForNothing(text.charAt(from))) {
      from++;
    }
    while (to > from && countsForNothing(text.charAt(to - 1))) {
      to--;
    }
    return new Span(from, to);
  }

  /** With one blank for every run of blanks and ends of lines, and none at the ends. */
  public static String oneLine(CharSequence text) {
    var line = new StringBuilder();
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == ' ' || c == '\t' || endsLine(c)) {
        line.append(line.isEmpty() || line.charAt(line.length() - 1) == ' ' ? "" : " ");
      } else {
        line.append(c);
      }
    }
    return line.toString().strip();
  }

  private static boolean countsForNothing(char c) {
    return isBlank(c) || isIgnorable(c);
  }
}
