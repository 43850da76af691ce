package clipdesk.common.paging;

import clipdesk.common.problem.ProblemException;
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
    var parameters = request.getParameters();
    int limit = parameters.getFirst("limit").map(PageRequest::limit).orElse(DEFAULT_LIMIT);
    return new PageRequest(limit, parameters.getFirst("cursor"));
  }

  private static int limit(String text) {
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MAX_LIMIT) {
        return limit;
      }
    } catch (NumberFormatException e) {
      // Refused below, like a number out of bounds.
    }
    throw ProblemException.invalid(
        "query:limit", "out-of-range", "Must be a whole number from 1 to " + MAX_LIMIT);
  }
}
