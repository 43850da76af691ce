package clipdesk.newsletters.mailing;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * What an editor wrote, to stand below a heading of ours: as HTML and as text, from one source.
 * Markup that was typed is escaped.
 */
record Markdown(Node document) {
  private static final Parser PARSER =
      Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES).build();
  private static final HtmlRenderer PLAIN =
      HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();
  private static final HtmlRenderer STYLED =
      HtmlRenderer.builder()
          .escapeHtml(true)
          .sanitizeUrls(true)
          .attributeProviderFactory(_ -> new MarkdownStyles())
          .build();
  private static final TextContentRenderer TEXT =
      TextContentRenderer.builder().lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS).build();

  static Markdown of(String source) {
    var document = PARSER.parse(source);
    document.accept(new BelowTheSubject());
    return new Markdown(document);
  }

  /** For a page that has a style of its own. */
  String html() {
    return PLAIN.render(document).strip();
  }

  /** For mail programs. */
  String styledHtml() {
    return STYLED.render(document).strip();
  }

  String text() {
    return TEXT.render(document).strip();
  }

  /** No heading stands as high as the subject, and none skips a level (WCAG 2.2, 1.3.1). */
  private static final class BelowTheSubject extends AbstractVisitor {
    private int before = 1;

    @Override
    public void visit(Heading heading) {
      int level = Math.min(Math.min(6, heading.getLevel() + 1), before + 1);
      heading.setLevel(level);
      before = level;
      visitChildren(heading);
    }
  }
}
