package clipdesk.common.web;

import static java.util.Comparator.comparingInt;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;

/** What is answered where a page and JSON say the same. */
public final class PageOrJson {
  private PageOrJson() {}

  /**
   * Whether somebody names JSON, and no page as much or more (RFC 9110, 12.4.2 and 12.5.1). A range
   * of everything names neither: a browser names pages, and a mail provider anything.
   */
  public static boolean json(HttpRequest<?> request) {
    double json = weight(request, MediaType.APPLICATION_JSON_TYPE);
    return json > 0 && json > weight(request, MediaType.TEXT_HTML_TYPE);
  }

  /**
   * The other way round, where programs come without a word: whether somebody names a page, and
   * JSON no more.
   */
  public static boolean page(HttpRequest<?> request) {
    double page = weight(request, MediaType.TEXT_HTML_TYPE);
    return page > 0 && page >= weight(request, MediaType.APPLICATION_JSON_TYPE);
  }

  private static double weight(HttpRequest<?> request, MediaType type) {
    return MediaRange.of(request).stream()
        .filter(it -> it.precision() > 0 && it.covers(type))
        .max(comparingInt(MediaRange::precision).thenComparingDouble(MediaRange::weight))
        .map(MediaRange::weight)
        .orElse(0.0);
  }
}
