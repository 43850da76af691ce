package clipdesk.transcript.text;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * HTML as a clipboard or a page gives it: blocks and {@code br} end lines, what no reader of the
 * page sees is left out. What looks bold is no proof of anything and is not kept.
 */
public final class HtmlText {
  private static final Set<String> UNSEEN =
      Set.of(
          "head",
          "script",
          "style",
          "nav",
          "template",
          "noscript",
          "svg",
          "math",
          "iframe",
          "object",
          "select",
          "button",
          "textarea",
          "o:p");

  private HtmlText() {}

  /** The text of a page or of a part of one; broken markup is read as browsers read it. */
  public static OfficialText read(String html) {
    var lines = new Lines();
    Jsoup.parse(html).filter(lines);
    return OfficialText.of(lines.text.toString());
  }

  private static final class Lines implements NodeFilter {
    private final StringBuilder text = new StringBuilder();
    private boolean blankDue;
    private int preformatted;

    @Override
    public FilterResult head(Node node, int depth) {
      switch (node) {
        case TextNode words -> append(words.getWholeText(), preformatted > 0);
        case Element element when UNSEEN.contains(element.normalName()) -> {
          return FilterResult.SKIP_ENTIRELY;
        }
        case Element element when isBlock(element) -> {
          preformatted += isPreformatted(element) ? 1 : 0;
          endLine();
        }
        default -> {}
      }
      return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
      if (node instanceof Element element) {
        preformatted -= isPreformatted(element) ? 1 : 0;
        if (element.normalName().equals("br")) {
          breakLine();
        } else if (isBlock(element)) {
          endLine();
        }
        if (element.normalName().equals("p")) {
          breakLine();
        }
      }
      return FilterResult.CONTINUE;
    }

    private static boolean isPreformatted(Element element) {
      return element.normalName().equals("pre");
    }

    private static boolean isBlock(Element element) {
      return element.isBlock() && !element.normalName().equals("br");
    }

    /** Runs of white space are one blank, as on the page; the no-break ones stay as they are. */
    private void append(String words, boolean preserved) {
      for (var i = 0; i < words.length(); i++) {
        var c = words.charAt(i);
        if (preserved || (c != ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f')) {
          if (blankDue && !atLineStart()) {
            text.append(' ');
          }
          blankDue = false;
          text.append(c);
        } else {
          blankDue = true;
        }
      }
    }

    private void endLine() {
      if (!atLineStart()) {
        breakLine();
      }
      blankDue = false;
    }

    private void breakLine() {
      text.append('\n');
      blankDue = false;
    }

    private boolean atLineStart() {
      return text.isEmpty() || text.charAt(text.length() - 1) == '\n';
    }
  }
}
