import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Wall and processor time of each endpoint, by kind of address. */
final class Times {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private record Took(double wallMillis, double cpuMillis) {}

  private final Map<String, Map<String, List<Took>>> times = new LinkedHashMap<>();

  <T> T of(String endpoint, String kind, Supplier<T> call) {
    long wall = System.nanoTime();
    long cpu = SYSTEM.getProcessCpuTime();
    var answer = call.get();
    var took = new Took((System.nanoTime() - wall) / 1e6, (SYSTEM.getProcessCpuTime() - cpu) / 1e6);
    times
        .computeIfAbsent(endpoint, _ -> new LinkedHashMap<>())
        .computeIfAbsent(kind, _ -> new ArrayList<>())
        .add(took);
    return answer;
  }

  void forget() {
    times.clear();
  }

  Set<String> endpoints() {
    return times.keySet();
  }

  boolean perAddress(String endpoint) {
    return times.get(endpoint).size() > 1;
  }

  double wallMillis(String endpoint, String kind) {
    return median(times.get(endpoint).get(kind).stream().map(Took::wallMillis).toList());
  }

  double slowestMillis(String endpoint) {
    return medians(endpoint).stream().mapToDouble(it -> it).max().orElseThrow();
  }

  double ratio(String endpoint) {
    return slowestMillis(endpoint)
        / medians(endpoint).stream().mapToDouble(it -> it).min().orElseThrow();
  }

  /** The mean, for the processor's clock may tick in steps longer than a request. */
  double cpuMillis(String endpoint) {
    return times.get(endpoint).values().stream()
        .flatMap(List::stream)
        .mapToDouble(Took::cpuMillis)
        .average()
        .orElseThrow();
  }

  private List<Double> medians(String endpoint) {
    return times.get(endpoint).keySet().stream().map(kind -> wallMillis(endpoint, kind)).toList();
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
