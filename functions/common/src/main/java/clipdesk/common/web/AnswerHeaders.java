package clipdesk.common.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Map;

/**
 * Security headers on every answer, and {@code no-store} unless the controller knows better. A
 * header that is already there stays: HTML pages bring their own content security policy.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class AnswerHeaders {
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "X-Content-Type-Options",
          "nosniff",
          "Strict-Transport-Security",
          "max-age=63072000; includeSubDomains",
          "Referrer-Policy",
          "no-referrer",
          "Content-Security-Policy",
          "default-src 'none'; frame-ancestors 'none'",
          "Cross-Origin-Resource-Policy",
          "same-site",
          HttpHeaders.CACHE_CONTROL,
          "no-store");

  @ResponseFilter
  void complete(MutableHttpResponse<?> response) {
    addTo(response);
  }

  /** Also for refusals of a request filter, which no response filter sees. */
  static void addTo(MutableHttpResponse<?> response) {
    DEFAULTS.forEach(
        (name, value) -> {
          if (!response.getHeaders().contains(name)) {
            response.header(name, value);
          }
        });
  }
}
