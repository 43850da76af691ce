package clipdesk.common.mail;

import clipdesk.common.localisation.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What stands around every mail of ours: one column, system fonts, light and dark, complete without
 * pictures. No script, and nothing that tells who reads.
 *
 * @param sender who sends it, as readers know them
 */
public record MailFrame(Language language, String sender) {
  /** Its places, as {@code [[name]]}, and what stands between them. */
  private static final String[] PIECES =
      Pattern.compile("\\[\\[\\w+]]").splitWithDelimiters(resource(), 0);

  /**
   * @param preheader what programs show beside the subject; may be empty
   * @param footer why one gets it, and who sends it
   */
  public WrittenMail around(String subject, String preheader, MailBlocks body, MailBlocks footer) {
    var places =
        Map.of(
            "[[language]]", language.tag(),
            "[[sender]]", escaped(sender),
            "[[subject]]", escaped(subject),
            "[[preheader]]", escaped(preheader),
            "[[body]]", body.html(),
            "[[footer]]", footer.html());
    var html = new StringBuilder();
    for (var piece : PIECES) {
      html.append(places.getOrDefault(piece, piece));
    }
    var text = String.join("\n\n", sender, subject, body.text(), "----", footer.text()) + "\n";
    return new WrittenMail(subject, text, html.toString());
  }

  /** As text or in an attribute of HTML. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String resource() {
    try (var in = Objects.requireNonNull(MailFrame.class.getResourceAsStream("frame.html"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
