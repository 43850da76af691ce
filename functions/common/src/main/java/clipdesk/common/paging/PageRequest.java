package clipdesk.common.paging;

import clipdesk.common.problem.ProblemException;
import clipdesk.common.web.Query;
import io.micronaut.http.HttpRequest;
import java.util.Optional;

/**
 * Which page is asked for.
 *
 * @param limit 1 to 100 items
 * @param cursor where the page before ended
 */
public record PageRequest(int limit, Optional<String> cursor) {
  private static final int DEFAULT_LIMIT = 20;
  private static final int MAX_LIMIT = 100;

  /**
   * Reads {@code ?limit} and {@code ?cursor}.
   *
   * @throws ProblemException {@code validation} if the limit is not a whole number from 1 to 100
   */
  public static PageRequest of(HttpRequest<?> request) {
    var query = Query.of(request);
    return new PageRequest(
        query.number("limit", 1, MAX_LIMIT).orElse(DEFAULT_LIMIT), query.text("cursor"));
  }
}
