package clipdesk.common.web;

import clipdesk.common.digests.Sha256;
import clipdesk.common.localisation.Language;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import java.time.Duration;
import java.util.Arrays;

/**
 * Answers that caches between us and everybody may keep for a while (RFC 9111). The tag is over the
 * bytes, so that French and Ukrainian never share one.
 */
public final class CacheableAnswers {
  private static final int TAG_BYTES = 8;

  private CacheableAnswers() {}

  public static MutableHttpResponse<?> answer(
      HttpRequest<?> request, String body, Language language, Duration maxAge) {
    return answer(request, body, maxAge)
        .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
        .header(HttpHeaders.VARY, "Accept-Language, Accept-Encoding");
  }

  /**
   * In several forms, of which the request chose one; whoever calls says the language.
   *
   * @param vary what beside {@code Accept-Encoding} the choice depends on
   */
  public static MutableHttpResponse<?> inForms(
      HttpRequest<?> request, String body, String vary, Duration maxAge) {
    return answer(request, body, maxAge).header(HttpHeaders.VARY, vary + ", Accept-Encoding");
  }

  private static MutableHttpResponse<?> answer(
      HttpRequest<?> request, String body, Duration maxAge) {
    var etag = "\"" + Sha256.hex(body, TAG_BYTES) + "\"";
    MutableHttpResponse<?> response =
        isKnown(request, etag) ? HttpResponse.notModified() : HttpResponse.ok(body);
    return response
        .header(HttpHeaders.ETAG, etag)
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=" + maxAge.toSeconds());
  }

  /** Weak comparison (RFC 9110, 13.1.2): proxies that compress make our strong tag a weak one. */
  private static boolean isKnown(HttpRequest<?> request, String etag) {
    return request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH).stream()
        .flatMap(header -> Arrays.stream(header.split(",", -1)))
        .map(tag -> tag.strip().replaceFirst("^W/", ""))
        .anyMatch(tag -> tag.equals(etag) || tag.equals("*"));
  }
}
