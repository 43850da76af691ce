package clipdesk.newsletters.mailing;

import clipdesk.common.localisation.Language;
import clipdesk.common.localisation.Messages;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * A campaign in one language, rendered once for all recipients. HTML and text come from the same
 * Markdown; markup that an editor typed is escaped.
 */
public record Letter(String subject, String text, String html) {
  private static final String LINK = "{{unsubscribeUrl}}";
  private static final Messages MAILS = new Messages(Letter.class, "mails");
  private static final Parser PARSER = Parser.builder().build();
  private static final HtmlRenderer HTML =
      HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();
  private static final TextContentRenderer TEXT = TextContentRenderer.builder().build();

  public static Letter of(Language language, String subject, String markdown) {
    var document = PARSER.parse(markdown);
    var footer = MAILS.text(language, "footer", LINK);
    var html =
        "<!DOCTYPE html><html lang=\"%s\" dir=\"ltr\"><head><meta charset=\"utf-8\"><title>%s</title></head><body>%s<hr><p>%s</p></body></html>"
            .formatted(
                language.tag(),
                escaped(subject),
                HTML.render(document),
                footer.replace(LINK, "<a href=\"" + LINK + "\">" + LINK + "</a>"));
    return new Letter(subject, TEXT.render(document) + "\n\n--\n" + footer + "\n", html);
  }

  /** For one recipient. */
  public Letter withLink(String unsubscribeUrl) {
    return new Letter(
        subject, text.replace(LINK, unsubscribeUrl), html.replace(LINK, unsubscribeUrl));
  }

  /** A short mail of our own with a link in it. */
  public static Letter confirmation(Language language, String url) {
    return plain(language, "confirm", url);
  }

  /** That somebody has everything already. */
  public static Letter subscribed(Language language, String url) {
    return plain(language, "subscribed", url);
  }

  /** The link by which somebody is forgotten. */
  public static Letter erasure(Language language, String url) {
    return plain(language, "erase", url);
  }

  private static Letter plain(Language language, String key, String url) {
    var text = MAILS.text(language, key + ".text", url);
    var subject = MAILS.text(language, key + ".subject");
    var html =
        "<!DOCTYPE html><html lang=\"%s\"><head><meta charset=\"utf-8\"><title>%s</title></head><body><p>%s</p></body></html>"
            .formatted(
                language.tag(),
                subject,
                text.replace("\n\n", "</p><p>")
                    .replace(url, "<a href=\"" + url + "\">" + url + "</a>"));
    return new Letter(subject, text, html);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
