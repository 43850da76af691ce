package clipdesk.common.web;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import java.util.List;

/**
 * Refuses with 406 whoever excludes by {@code q=0} each type that a route answers in. The router
 * refuses what {@code Accept} does not name; what it names counts there whatever its weight.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class ExcludedTypes {
  @RequestFilter
  void refuse(HttpRequest<?> request) {
    var ranges = MediaRange.of(request);
    var types =
        RouteAttributes.getRouteMatch(request)
            .map(route -> route.getRouteInfo().getProduces())
            .orElse(List.of());
    if (!types.isEmpty() && types.stream().allMatch(type -> excluded(type, ranges))) {
      throw new ProblemException(ProblemType.NOT_ACCEPTABLE);
    }
  }

  /**
   * Of two ranges alike, the one that takes the type counts. A route that says it answers in any
   * type answers whatever is asked for.
   */
  private static boolean excluded(MediaType type, List<MediaRange> ranges) {
    return ranges.stream()
        .filter(range -> !type.equals(MediaType.ALL_TYPE) && range.covers(type))
        .max(comparingInt(MediaRange::precision).thenComparing(comparing(it -> !it.excludes())))
        .filter(MediaRange::excludes)
        .isPresent();
  }
}
