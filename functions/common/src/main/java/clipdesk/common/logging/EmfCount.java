package clipdesk.common.logging;

import clipdesk.common.aws.Environment;
import clipdesk.common.json.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts by log lines that CloudWatch reads as metrics (embedded metric format). */
public final class EmfCount {
  private static final String NAMESPACE = "Clipdesk";

  /** Tells the stacks of one account apart. */
  private static final String FUNCTION =
      Environment.ofProcess().text("AWS_LAMBDA_FUNCTION_NAME", "local");

  private EmfCount() {}

  /**
   * Counts one, on a line of its own on the output, because the format must be the whole line.
   *
   * @param more dimensions beside {@code function}, of few values each
   */
  public static void print(String metric, Map<String, String> more) {
    var dimensions = new TreeMap<>(more);
    dimensions.put("function", FUNCTION);
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
