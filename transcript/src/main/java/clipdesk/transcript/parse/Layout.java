package clipdesk.transcript.parse;

import clipdesk.transcript.text.OfficialText;
import clipdesk.transcript.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which lines make a paragraph. A blank line parts two always. Without one, a line that ends a
 * sentence well before the margin ends the paragraph, or one too long to have been wrapped.
 */
final class Layout {
  private static final int WRAPPED_AT_MOST = 120;
  private static final int SHORT_OF_THE_MARGIN = 20;
  private static final String SENTENCE_ENDS = ".?!…»”\"";

  private static final Pattern RULE = Pattern.compile("[\\p{P}\\p{S}\\p{Z}\\s]{3,}|[*#—–-]{1,2}");
  private static final Pattern THE_END =
      Pattern.compile(
          "(?iu)[-–—*#\\[( ]*(?:end of|ends|fin d[eu'’]|fin$|кінець)[^.?!]{0,60}[-–—*#\\]) .]*");

  private final OfficialText official;

  Layout(OfficialText official) {
    this.official = official;
  }

  /** Pieces of lines that follow each other, joined to paragraphs. */
  List<Span> paragraphs(List<Span> pieces) {
    var longest = pieces.stream().mapToInt(Span::length).max().orElse(0);
    var paragraphs = new ArrayList<Span>();
    Span open = null;
    Span last = null;
    for (var piece : pieces) {
      if (piece.length() == 0 || (open != null && endsParagraph(last, longest))) {
        addTo(paragraphs, open, last);
        open = null;
      }
      if (piece.length() > 0) {
        open = open == null ? piece : open;
        last = piece;
      }
    }
    addTo(paragraphs, open, last);
    return paragraphs;
  }

  private static void addTo(List<Span> paragraphs, Span open, Span last) {
    if (open != null) {
      paragraphs.add(new Span(open.start(), last.end()));
    }
  }

  private boolean endsParagraph(Span line, int longest) {
    return endsSentence(line)
        && (line.length() > WRAPPED_AT_MOST || line.length() < longest - SHORT_OF_THE_MARGIN);
  }

  boolean endsSentence(Span line) {
    return line.length() > 0 && SENTENCE_ENDS.indexOf(official.text().charAt(line.end() - 1)) >= 0;
  }

  /** A line that nobody spoke and that names nobody: a rule, the end, something in brackets. */
  boolean isRemark(Span line) {
    var text = line.of(official.text());
    return text.length() <= 200
        && (RULE.matcher(text).matches() || THE_END.matcher(text).matches() || isInBrackets(line));
  }

  boolean isInBrackets(Span line) {
    var notes = Notes.find(official.text(), line);
    return notes.size() == 1 && notes.getFirst().equals(line);
  }

  /** Short and without the end of a sentence: a line of a menu, a card or a signature. */
  boolean isCard(Span line) {
    return line.length() <= LabelReader.MAX_LABEL && !endsSentence(line) && !isBrokenOff(line);
  }

  boolean isBrokenOff(Span line) {
    return (line.length() > 0 && ",–—-…".indexOf(official.text().charAt(line.end() - 1)) >= 0)
        || line.of(official.text()).endsWith("...");
  }
}
