package clipdesk.common.logging;

import clipdesk.common.json.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts by log lines that CloudWatch reads as metrics (embedded metric format). */
public final class EmfCount {
  private static final String NAMESPACE = "Clipdesk";

  private EmfCount() {}

  /** Counts one under a single dimension. */
  public static void print(String metric, String dimension, String value) {
    print(metric, Map.of(dimension, value));
  }

  /** Counts one, on a line of its own on the output, because the format must be the whole line. */
  public static void print(String metric, Map<String, String> dimensions) {
    var line = new TreeMap<String, Object>(dimensions);
    line.put(metric, 1);
    line.put(
        "_aws",
        Map.of(
            "Timestamp", System.currentTimeMillis(),
            "CloudWatchMetrics",
                List.of(
                    Map.of(
                        "Namespace", NAMESPACE,
                        "Dimensions", List.of(List.copyOf(dimensions.keySet())),
                        "Metrics", List.of(Map.of("Name", metric, "Unit", "Count"))))));
    System.out.println(Json.text(line));
  }
}
