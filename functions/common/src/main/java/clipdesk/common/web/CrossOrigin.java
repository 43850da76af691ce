package clipdesk.common.web;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.regex.Pattern;

/**
 * CORS for the one origin of {@code WEB_ORIGIN}. Cookies cross origins for {@code /v1/sessions}
 * alone, whose preflights come here; the gateway answers all others. Links with a secret in their
 * path (tickets, confirmations, unsubscribing) are for people, never for scripts of a page.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class CrossOrigin {
  private static final String ALLOWED_HEADERS =
      "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, X-Clipdesk-Client";
  private static final String EXPOSED_HEADERS =
      "ETag, Location, Retry-After, Content-Language, Idempotency-Replayed";
  private static final Pattern SECRET_PATHS =
      Pattern.compile("/v1/(downloads/.+|u/.*|p/.*|subscriptions/confirmations/.*)");
  private static final String SESSIONS = "/v1/sessions";

  private final String webOrigin;

  CrossOrigin(@Value("${web.origin:}") String webOrigin) {
    this.webOrigin = webOrigin;
  }

  @RequestFilter
  @Nullable
  HttpResponse<?> preflight(HttpRequest<?> request) {
    if (request.getMethod() != HttpMethod.OPTIONS || !request.getPath().startsWith(SESSIONS)) {
      return null; // the filter's word for "go on"
    }
    var response =
        HttpResponse.noContent()
            .header(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "POST, DELETE")
            .header(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, ALLOWED_HEADERS)
            .header(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "600");
    // No response filter sees what a request filter answers.
    allow(request, response);
    AnswerHeaders.addTo(response);
    return response;
  }

  @ResponseFilter
  void allow(HttpRequest<?> request, MutableHttpResponse<?> response) {
    if (webOrigin.isEmpty() || SECRET_PATHS.matcher(request.getPath()).matches()) {
      return;
    }
    response
        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, webOrigin)
        .header(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED_HEADERS)
        // Micronaut joins nothing: a second Vary line is as good as a second name in the first.
        .header(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    if (request.getPath().startsWith(SESSIONS)) {
      response.header(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
    }
  }
}
