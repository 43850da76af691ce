package clipdesk.transcript.text;

import clipdesk.transcript.refusals.MalformedInputException;
import clipdesk.transcript.refusals.UnsupportedInputException;
import java.util.ArrayList;
import java.util.List;

/**
 * The text of a publisher, character by character, and where its lines are.
 *
 * @param lines without their ends and without the blanks around them; an empty line has an empty
 *     span. The n-th of the upload is at index n − 1.
 */
public record OfficialText(String text, List<Span> lines) {
  public static final int MAX_LINES = 20_000;

  public OfficialText {
    lines = List.copyOf(lines);
  }

  /**
   * @throws MalformedInputException {@code empty} if there is nothing but blanks
   * @throws UnsupportedInputException {@code too-many-lines} over {@link #MAX_LINES}; {@code
   *     unknown-form} if there is a NUL, which no text has
   */
  public static OfficialText of(String text) {
    var nul = text.indexOf('\0');
    if (nul >= 0) {
      throw new UnsupportedInputException(
          "unknown-form", "Character %d is a NUL: this is not a text".formatted(nul));
    }
    var lines = new ArrayList<Span>();
    var start = 0;
    while (start <= text.length()) {
      var end = start;
      while (end < text.length() && !Blanks.endsLine(text.charAt(end))) {
        end++;
      }
      lines.add(Blanks.trim(text, start, end));
      start = end + (text.startsWith("\r\n", end) ? 2 : 1);
    }
    if (lines.stream().allMatch(line -> line.length() == 0)) {
      throw new MalformedInputException("empty", "The text holds nothing but blanks");
    }
    if (lines.size() > MAX_LINES) {
      throw new UnsupportedInputException(
          "too-many-lines",
          "The text has %d lines, at most %d are taken".formatted(lines.size(), MAX_LINES));
    }
    return new OfficialText(text, lines);
  }

  public String line(int index) {
    return lines.get(index).of(text);
  }
}
