package clipdesk.common.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a mail says, block by block, as HTML and as text at once: neither can say what the other
 * does not. Words are escaped here.
 */
public final class MailBlocks {
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+");

  private final List<String> html = new ArrayList<>();
  private final List<String> text = new ArrayList<>();

  /** Paragraphs, an empty line between two; addresses of pages in them are links. */
  public MailBlocks says(String words) {
    return paragraphs(words, "margin:0 0 16px;");
  }

  /** The same, smaller than the rest. */
  public MailBlocks aside(String words) {
    return paragraphs(words, "margin:0 0 16px;font-size:15px;line-height:23px;");
  }

  private MailBlocks paragraphs(String words, String style) {
    for (var paragraph : words.split("\n\n", -1)) {
      var linked =
          ADDRESS
              .matcher(MailFrame.escaped(paragraph))
              .replaceAll("<a class=\"a\" href=\"$0\" style=\"color:#0b5068;\">$0</a>");
      add("<p style=\"%s\">%s</p>".formatted(style, linked), paragraph);
    }
    return this;
  }

  /** A code alone and large, so that it is easy to read and to copy. */
  public MailBlocks code(String code) {
    return add(
        "<p class=\"code\" style=\"margin:0 0 20px;padding:16px 20px;background:#e9edef;border-radius:5px;font-family:Consolas,Menlo,'DejaVu Sans Mono',monospace;font-size:34px;line-height:42px;letter-spacing:4px;color:#12191d;\">%s</p>"
            .formatted(MailFrame.escaped(code)),
        code);
  }

  /** The one thing to do. */
  public MailBlocks button(String words, String address) {
    return add(
        "<p style=\"margin:20px 0 28px;\"><a class=\"btn\" href=\"%s\" style=\"display:inline-block;padding:13px 22px;background:#0b5068;color:#ffffff;border-radius:5px;font-size:16px;line-height:20px;font-weight:bold;text-decoration:none;\">%s</a></p>"
            .formatted(MailFrame.escaped(address), MailFrame.escaped(words)),
        words + "\n" + address);
  }

  /** A link on a line of its own. */
  public MailBlocks link(String words, String address) {
    return add(
        "<p style=\"margin:0 0 8px;\"><a class=\"a\" href=\"%s\" style=\"color:#0b5068;\">%s</a></p>"
            .formatted(MailFrame.escaped(address), MailFrame.escaped(words)),
        words + "\n" + address);
  }

  /** What was made of something else, as both. */
  public MailBlocks add(String asHtml, String asText) {
    html.add(asHtml);
    text.add(asText);
    return this;
  }

  String html() {
    return String.join("\n", html);
  }

  String text() {
    return String.join("\n\n", text);
  }
}
