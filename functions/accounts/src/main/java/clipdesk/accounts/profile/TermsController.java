package clipdesk.accounts.profile;

import clipdesk.accounts.AccountsConfig;
import clipdesk.accounts.audit.AuditEvent;
import clipdesk.accounts.audit.Audited;
import clipdesk.common.json.Json;
import clipdesk.common.localisation.Messages;
import clipdesk.common.web.RequestLanguage;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.LinkedHashMap;

/** {@code GET /v1/terms}: what one agrees to by signing up and by downloading. */
@Controller("/v1/terms")
final class TermsController {
  private final Messages texts = new Messages(TermsController.class, "terms");
  private final RequestLanguage languages;
  private final AccountsConfig config;

  TermsController(RequestLanguage languages, AccountsConfig config) {
    this.languages = languages;
    this.config = config;
  }

  @Get
  @Audited(AuditEvent.OTHER)
  HttpResponse<String> read(HttpRequest<?> request) {
    var language = languages.of(request);
    var body = new LinkedHashMap<String, Object>();
    body.put("version", config.termsVersion());
    body.put("text", texts.text(language, "text"));
    return HttpResponse.ok(Json.text(body))
        .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=60")
        .header(HttpHeaders.VARY, "Accept-Language, Accept-Encoding");
  }
}
