package clipdesk.newsletters.links;

import clipdesk.common.localisation.Language;
import clipdesk.common.localisation.Messages;
import clipdesk.common.mail.MailFrame;
import clipdesk.newsletters.NewslettersConfig;
import clipdesk.newsletters.OfReaders;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;

/**
 * The frame of the pages behind links in mails: no script, and no style but the one that is ours.
 */
@OfReaders
@Singleton
final class Pages {
  private final Messages texts = new Messages(Pages.class, "pages");
  private final NewslettersConfig config;

  Pages(NewslettersConfig config) {
    this.config = config;
  }

  /** A sentence that is read by people: what is put into it is escaped. */
  String text(Language language, String key, Object... arguments) {
    return escaped(texts.text(language, key, arguments));
  }

  /** As it stands in the messages, for what is put into a sentence. */
  String raw(Language language, String key) {
    return texts.text(language, key);
  }

  boolean speaksOf(String key) {
    return texts.keys().contains(key);
  }

  /** A paragraph. */
  String says(Language language, String key, Object... arguments) {
    return "<p>" + text(language, key, arguments) + "</p>";
  }

  /** What was done, told before anything else (WCAG 2.2, 4.1.3). */
  String notice(Language language, String key, Object... arguments) {
    return "<div class=\"notice\" role=\"status\">%s</div>"
        .formatted(says(language, key, arguments));
  }

  /** What stands in the way. */
  String warning(Language language, String key, Object... arguments) {
    return "<div class=\"notice warn\" role=\"status\">%s</div>"
        .formatted(says(language, key, arguments));
  }

  /** That mail does not reach them, and whom to write to. */
  String undeliverable(Language language) {
    return warning(language, "undeliverable", config.replyTo());
  }

  /** A form of one button. */
  String button(Language language, String action, String key) {
    return button(language, action, key, "", "");
  }

  String button(Language language, String action, String key, String style, String target) {
    return "<form method=\"post\"%s><button%s name=\"action\" value=\"%s\">%s</button></form>"
        .formatted(
            target.isEmpty() ? "" : " action=\"" + escaped(target) + "\"",
            style.isEmpty() ? "" : " class=\"" + style + "\"",
            action,
            text(language, key));
  }

  /** A page that is there. */
  MutableHttpResponse<String> page(Language language, String titleKey, String... parts) {
    return page(HttpStatus.OK, language, titleKey, parts);
  }

  MutableHttpResponse<String> page(
      HttpStatus status, Language language, String titleKey, String... parts) {
    var html =
        new PageFrame(
                language,
                escaped(config.senderName()),
                text(language, titleKey),
                /* head= */ "",
                String.join("", parts),
                text(language, "sent-by", config.senderName(), config.replyTo()))
            .html();
    return HttpResponse.status(status)
        .body(html)
        .contentType(MediaType.of("text/html; charset=utf-8"))
        .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.VARY, "Accept")
        .header("X-Robots-Tag", "noindex")
        .header("Content-Security-Policy", PageFrame.policy());
  }

  static String escaped(String text) {
    return MailFrame.escaped(text);
  }
}
