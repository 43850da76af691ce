package clipdesk.newsletters.subscriptions;

import clipdesk.common.localisation.Language;
import clipdesk.common.localisation.Messages;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;

/** The small pages behind links in mails: one sentence, one button, no script, no style. */
@Singleton
final class Pages {
  private static final String POLICY =
      "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final Messages texts = new Messages(Pages.class, "pages");

  /** A question with a button that answers yes. */
  HttpResponse<String> question(Language language, String key, String topic) {
    var button =
        "<form method=\"post\"><button name=\"action\" value=\"%s\">%s</button></form>"
            .formatted(key, texts.text(language, key + ".button"));
    return page(language, texts.text(language, key + ".question", topic), button);
  }

  HttpResponse<String> done(Language language, String key, String topic) {
    return page(language, texts.text(language, key + ".done", topic), "");
  }

  private HttpResponse<String> page(Language language, String sentence, String form) {
    var html =
        """
        <!DOCTYPE html><html lang="%s"><head><meta charset="utf-8">\
        <meta name="viewport" content="width=device-width"><title>Clipdesk</title></head>\
        <body><main><h1>Clipdesk</h1><p>%s</p>%s</main></body></html>\
        """
            .formatted(language.tag(), sentence, form);
    return HttpResponse.ok(html)
        .contentType(MediaType.of("text/html; charset=utf-8"))
        .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Robots-Tag", "noindex")
        .header("Content-Security-Policy", POLICY);
  }
}
