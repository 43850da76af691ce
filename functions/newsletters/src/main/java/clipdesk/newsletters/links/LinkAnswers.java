package clipdesk.newsletters.links;

import clipdesk.common.json.Json;
import clipdesk.common.limits.CallLimits;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import clipdesk.common.web.CallerNetwork;
import clipdesk.common.web.PageOrJson;
import clipdesk.common.web.RequestLanguage;
import clipdesk.newsletters.OfReaders;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** What all links in mails have in common: pages or JSON, and how often a network may ask. */
@OfReaders
@Singleton
final class LinkAnswers {
  private static final long A_MINUTE = 120;

  private final Pages pages;
  private final CallLimits limits;
  private final CallerNetwork network;
  private final RequestLanguage languages;
  private final InstantSource clock;

  LinkAnswers(
      Pages pages,
      CallLimits limits,
      CallerNetwork network,
      RequestLanguage languages,
      InstantSource clock) {
    this.pages = pages;
    this.limits = limits;
    this.network = network;
    this.languages = languages;
    this.clock = clock;
  }

  /**
   * @throws ProblemException {@code too-many-requests}
   */
  void count(HttpRequest<?> request) {
    limits.count(
        "mail-links", network.of(request), A_MINUTE, Duration.ofMinutes(1), clock.instant());
  }

  static MutableHttpResponse<String> json(Map<String, ?> body) {
    return HttpResponse.ok(Json.text(body))
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.VARY, "Accept")
        .header("X-Robots-Tag", "noindex");
  }

  /** For a link that is none of ours. */
  HttpResponse<String> gone(HttpRequest<?> request) {
    if (PageOrJson.json(request)) {
      throw new ProblemException(ProblemType.NOT_FOUND, "There is no such link");
    }
    var language = languages.of(request);
    return pages.page(
        HttpStatus.NOT_FOUND, language, "gone.title", pages.says(language, "gone.text"));
  }

  /**
   * For a link whose time is over.
   *
   * @param key of what to do about it
   */
  HttpResponse<String> old(HttpRequest<?> request, String key) {
    if (PageOrJson.json(request)) {
      throw new ProblemException(ProblemType.LINK_EXPIRED, "The link is too old");
    }
    var language = languages.of(request);
    return pages.page(HttpStatus.GONE, language, "old.title", pages.says(language, key));
  }
}
