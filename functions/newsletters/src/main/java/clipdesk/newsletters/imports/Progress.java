package clipdesk.newsletters.imports;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How far a list was gone through.
 *
 * @param lines of people, from the first one on
 */
public record Progress(long lines, Map<Verdict, Long> counts) {
  static final Progress NONE = new Progress(0, Map.of());

  public Progress {
    counts = Map.copyOf(counts);
  }

  Progress plus(List<Judged> page) {
    var sums = new EnumMap<Verdict, Long>(Verdict.class);
    sums.putAll(counts);
    page.forEach(it -> sums.merge(it.verdict(), 1L, Long::sum));
    return new Progress(lines + page.size(), sums);
  }

  long count(Verdict verdict) {
    return counts.getOrDefault(verdict, 0L);
  }
}
