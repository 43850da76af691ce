package clipdesk.newsletters.mailing;

import static java.util.Map.entry;

import java.util.Map;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.AttributeProvider;

/** Looks for mail programs: beside each element, as many of them drop what stands apart. */
final class MarkdownStyles implements AttributeProvider {
  private static final Map<String, String> STYLES =
      Map.ofEntries(
          entry("p", "margin:0 0 16px;"),
          entry("h2", "margin:28px 0 8px;font-size:22px;line-height:28px;"),
          entry("h3", "margin:24px 0 8px;font-size:19px;line-height:26px;"),
          entry("h4", "margin:20px 0 8px;font-size:17px;line-height:26px;"),
          entry("h5", "margin:20px 0 8px;font-size:17px;line-height:26px;"),
          entry("h6", "margin:20px 0 8px;font-size:17px;line-height:26px;"),
          entry("ul", "margin:0 0 16px;padding:0 0 0 24px;"),
          entry("ol", "margin:0 0 16px;padding:0 0 0 24px;"),
          entry("img", "max-width:100%;height:auto;border-radius:5px;"),
          entry("a", "color:#0b5068;"),
          entry("pre", "margin:0 0 16px;white-space:pre-wrap;"),
          entry("hr", "margin:24px 0;border:0;border-top:1px solid #d3dadd;"),
          entry("blockquote", "margin:0 0 16px;padding:0 0 0 16px;border-left:3px solid #d3dadd;"));

  @Override
  public void setAttributes(Node node, String tag, Map<String, String> attributes) {
    var style = STYLES.get(tag);
    if (style != null) {
      attributes.put("style", style);
    }
    // The dark scheme needs a name for each that has a colour.
    switch (tag) {
      case "a" -> attributes.put("class", "a");
      case "hr", "blockquote" -> attributes.put("class", "line");
      default -> {
        // As what is around it.
      }
    }
  }
}
