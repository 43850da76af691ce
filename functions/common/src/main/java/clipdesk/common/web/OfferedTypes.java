package clipdesk.common.web;

import static java.util.Comparator.comparingInt;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import java.util.List;

/** Which of several types that say the same somebody wants most (RFC 9110, 12.5.1). */
public final class OfferedTypes {
  private OfferedTypes() {}

  /**
   * The one with the greatest weight, of several alike the first.
   *
   * @param offered in the order in which we like to give them
   */
  public static MediaType best(HttpRequest<?> request, List<MediaType> offered) {
    var ranges = MediaRange.of(request);
    var best = offered.getFirst();
    var greatest = 0.0;
    for (var type : offered) {
      var weight = weight(ranges, type);
      if (weight > greatest) {
        best = type;
        greatest = weight;
      }
    }
    return best;
  }

  private static double weight(List<MediaRange> ranges, MediaType type) {
    return ranges.stream()
        .filter(range -> range.covers(type))
        .max(comparingInt(MediaRange::precision).thenComparingDouble(MediaRange::weight))
        .map(MediaRange::weight)
        .orElse(0.0);
  }
}
