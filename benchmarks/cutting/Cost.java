import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one clip cost.
 *
 * @param peakBytes of memory, of the process since it started
 */
record Cost(double seconds, double cpuSeconds, long peakBytes, Store.Traffic traffic) {
  /** The same where a file was written and nothing was sent. */
  Cost having(long writtenBytes) {
    var sent =
        new Store.Traffic(
            traffic.requests(), traffic.read(), traffic.index(), writtenBytes, traffic.copied());
    return new Cost(seconds, cpuSeconds, peakBytes, sent);
  }

  double readMegabytes() {
    return (traffic.read() + traffic.index()) / 1e6;
  }

  double sentMegabytes() {
    return traffic.sent() / 1e6;
  }

  /** Each figure for itself: the middle one of all cuts. */
  static double median(List<Cost> costs, ToDoubleFunction<Cost> figure) {
    return costs.stream().mapToDouble(figure).sorted().toArray()[costs.size() / 2];
  }

  /** Each figure for itself: the worst of all cuts. */
  static double worst(List<Cost> costs, ToDoubleFunction<Cost> figure) {
    return costs.stream().map(figure::applyAsDouble).max(Comparator.naturalOrder()).orElseThrow();
  }
}
