package clipdesk.newsletters.mailing;

import clipdesk.common.json.UnicodeText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** What may stand in the text of a newsletter, whoever writes it. */
public final class ContentRules {
  private final String pictures;

  /**
   * @param site where pictures come from: scheme and host
   */
  public ContentRules(String site) {
    this.pictures = site + "/";
  }

  /**
   * A rule that is broken.
   *
   * @param code for programs
   * @param detail what would be right, and the place in the text
   */
  public record Broken(String code, String detail) {}

  /** All that are broken, in the order of the text. */
  public List<Broken> broken(String source) {
    var broken = new ArrayList<Broken>();
    var markdown = Markdown.of(source);
    if (UnicodeText.blank(markdown.text())) {
      broken.add(new Broken("too-short", "Must say something"));
    }
    for (int i = 0; i < source.length(); i++) {
      if (Character.isISOControl(source.charAt(i)) && "\n\r\t".indexOf(source.charAt(i)) < 0) {
        broken.add(new Broken("control", "A control character" + at(source, i)));
      }
    }
    markdown.document().accept(new Addresses(source, broken));
    return broken;
  }

  /** Where an editor finds it; lines and characters count from one. */
  private static String at(String source, int index) {
    var before = source.substring(0, index).replace("\r\n", "\n").replace('\r', '\n');
    long line = 1 + before.chars().filter(it -> it == '\n').count();
    int column = 1 + UnicodeText.length(before.substring(before.lastIndexOf('\n') + 1));
    return ", line %d, character %d".formatted(line, column);
  }

  private final class Addresses extends AbstractVisitor {
    private final String source;
    private final List<Broken> broken;

    private Addresses(String source, List<Broken> broken) {
      this.source = source;
      this.broken = broken;
    }

    @Override
    public void visit(Link link) {
      if (!leadsSomewhere(link.getDestination())) {
        add(link, "bad-link", "A link must be https and whole, or a mail address");
      }
      visitChildren(link);
    }

    @Override
    public void visit(Image image) {
      if (!image.getDestination().startsWith(pictures)) {
        add(image, "foreign-picture", "A picture must come from " + pictures);
      }
      var words = new Words();
      image.accept(words);
      if (UnicodeText.blank(words.read.toString())) {
        add(image, "picture-without-words", "A picture needs words for who does not see it");
      }
    }

    private void add(Node node, String code, String detail) {
      var spans = node.getSourceSpans();
      var place = spans.isEmpty() ? "" : at(source, spans.getFirst().getInputIndex());
      broken.add(new Broken(code, detail + place));
    }
  }

  /** The words of a picture, however they are set. */
  private static final class Words extends AbstractVisitor {
    private final StringBuilder read = new StringBuilder();

    @Override
    public void visit(Text text) {
      read.append(text.getLiteral());
    }
  }

  private static boolean leadsSomewhere(String destination) {
    try {
      var uri = new URI(destination);
      boolean page = "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null;
      boolean mail =
          "mailto".equalsIgnoreCase(uri.getScheme()) && uri.getSchemeSpecificPart().contains("@");
      return page || mail;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
