package clipdesk.newsletters.links;

import clipdesk.common.digests.Sha256;
import clipdesk.common.localisation.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

/**
 * What stands around the pages that mails lead to: no script, and no style but the one that is
 * ours. What is put into it is HTML.
 *
 * @param title also the heading
 * @param head more for the head; may be empty
 */
public record PageFrame(
    Language language, String sender, String title, String head, String main, String footer) {
  /** Each language in itself, as whoever looks for theirs reads it. */
  public static final Map<Language, String> NAMES =
      Map.of(Language.FR, "Français", Language.EN, "English", Language.UK, "Українська");

  private static final String STYLE = style();
  private static final String POLICY =
      "default-src 'none'; style-src 'sha256-%s'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
          .formatted(Base64.getEncoder().encodeToString(Sha256.of(STYLE)));

  /** The content security policy of a page without pictures. */
  public static String policy() {
    return POLICY;
  }

  /**
   * The same of one with pictures.
   *
   * @param origin where they come from
   */
  public static String policyWithPictures(String origin) {
    return POLICY + "; img-src " + origin;
  }

  public String html() {
    return """
    <!DOCTYPE html>
    <html lang="%s" dir="ltr"><head><meta charset="utf-8">\
    <meta name="viewport" content="width=device-width, initial-scale=1">\
    <meta name="color-scheme" content="light dark">\
    <title>%s – %s</title>%s<style>%s</style></head>
    <body><header><span class="mark" aria-hidden="true">[–]</span><span>%s</span></header>
    <main><h1>%s</h1>%s</main>
    <footer><p>%s</p></footer></body></html>
    """
        .formatted(language.tag(), title, sender, head, STYLE, sender, title, main, footer);
  }

  private static String style() {
    try (var in = Objects.requireNonNull(PageFrame.class.getResourceAsStream("pages.css"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
