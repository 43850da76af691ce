package clipdesk.transcript.parse;

import clipdesk.transcript.text.Blanks;
import clipdesk.transcript.text.OfficialText;
import clipdesk.transcript.text.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What each line could be by its shape alone, each shape on its own and none believed yet. */
final class LineShapes {
  private static final int MAX_SHAPE = LabelReader.MAX_LABEL + 20;
  private static final String NO_LABEL_ENDS = ".?!…,;:–—-";
  private static final Pattern DASHED =
      Pattern.compile("^(.{3,80}?)\\.?[\\s\\u00a0\\u202f]+[–—-][\\s\\u00a0\\u202f]+(?=\\S)");
  private static final Pattern LETTER =
      Pattern.compile("^([QARЗВПО])\\d{0,3}(?:[.:)]|\\s*[–—-])?(?:$|[\\s\\u00a0]+)");
  private static final Pattern BRACKETED = Pattern.compile("^\\[([^\\[\\]]{2,80})]\\s*:?\\s*");

  private final OfficialText official;
  private final LabelReader labels;

  LineShapes(OfficialText official, LabelReader labels) {
    this.official = official;
    this.labels = labels;
  }

  /** Readings of a line as a label, the likeliest first: the dash before the colon. */
  List<LabelLine> of(int line) {
    var readings = new ArrayList<LabelLine>();
    letter(line).ifPresent(readings::add);
    dash(line).ifPresent(readings::add);
    brackets(line).ifPresent(readings::add);
    colon(line).ifPresent(readings::add);
    ownLine(line).ifPresent(readings::add);
    return readings;
  }

  /** The line as a label because an editor says so, in whatever shape it reads best. */
  Optional<LabelLine> asTold(int line) {
    return of(line).stream()
        .findFirst()
        .or(
            () -> {
              var span = official.lines().get(line);
              var name = Optional.of(span.of(official.text()));
              var label =
                  new Label(
                      name, Optional.empty(), Optional.empty(), EnumSet.noneOf(Label.Trait.class));
              return Optional.of(
                  new LabelLine(line, LabelLine.Form.OWN_LINE, span, span.end(), label));
            });
  }

  private Optional<LabelLine> letter(int line) {
    var match = LETTER.matcher(head(line));
    if (!match.find() || isBareInText(match.group(), line)) {
      return Optional.empty();
    }
    var label =
        new Label(
            Optional.of(match.group(1)),
            Optional.empty(),
            Optional.empty(),
            EnumSet.of(Label.Trait.LETTER));
    return Optional.of(inline(line, LabelLine.Form.LETTER, 0, match.end(1), match.end(), label));
  }

  /** "A text" is a sentence with an article; a letter without a sign stands alone or by a tab. */
  private boolean isBareInText(String match, int line) {
    var bare = match.strip().chars().allMatch(Character::isLetterOrDigit);
    return bare && match.length() < span(line).length() && !match.contains("\t");
  }

  private Optional<LabelLine> dash(int line) {
    var match = DASHED.matcher(head(line));
    if (!match.find()) {
      return Optional.empty();
    }
    return labels
        .read(match.group(1))
        .filter(label -> label.has(Label.Trait.TITLE))
        .map(label -> inline(line, LabelLine.Form.DASH, 0, match.end(1), match.end(), label));
  }

  private Optional<LabelLine> brackets(int line) {
    var match = BRACKETED.matcher(head(line));
    if (!match.find() || Notes.isStageDirection(match.group(1))) {
      return Optional.empty();
    }
    return labels
        .read(match.group(1))
        .map(label -> inline(line, LabelLine.Form.BRACKETS, 1, match.end(1), match.end(), label));
  }

  private Optional<LabelLine> colon(int line) {
    var head = head(line);
    var colon = colonAt(head);
    if (colon < 1 || colon > LabelReader.MAX_LABEL) {
      return Optional.empty();
    }
    var words = Blanks.trim(head, 0, colon);
    return labels
        .read(head.substring(0, words.end()))
        .map(label -> inline(line, LabelLine.Form.COLON, 0, words.end(), colon + 1, label));
  }

  /** The first colon that does not stand between the figures of a time. */
  private static int colonAt(String head) {
    for (var at = 0; at < head.length(); at++) {
      var c = head.charAt(at);
      if (c == '：' || (c == ':' && !isBetweenFigures(head, at))) {
        return at;
      }
    }
    return -1;
  }

  private static boolean isBetweenFigures(String head, int at) {
    return at > 0
        && at + 1 < head.length()
        && Character.isDigit(head.charAt(at - 1))
        && Character.isDigit(head.charAt(at + 1));
  }

  private Optional<LabelLine> ownLine(int line) {
    var span = span(line);
    if (span.length() > LabelReader.MAX_LABEL || span.length() == 0) {
      return Optional.empty();
    }
    var words = span.of(official.text());
    if (NO_LABEL_ENDS.indexOf(words.charAt(words.length() - 1)) >= 0) {
      return Optional.empty();
    }
    return labels
        .read(words)
        .map(label -> new LabelLine(line, LabelLine.Form.OWN_LINE, span, span.end(), label));
  }

  private LabelLine inline(
      int line, LabelLine.Form form, int from, int to, int textStart, Label label) {
    var start = span(line).start();
    var rest =
        Blanks.trim(
            official.text(), Math.min(start + textStart, span(line).end()), span(line).end());
    return new LabelLine(line, form, new Span(start + from, start + to), rest.start(), label);
  }

  private Span span(int line) {
    return official.lines().get(line);
  }

  /** A label is short, a line may have millions of characters. */
  private String head(int line) {
    var span = span(line);
    return official.text().substring(span.start(), Math.min(span.end(), span.start() + MAX_SHAPE));
  }
}
