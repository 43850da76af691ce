package clipdesk.clips.cutting;

import clipdesk.common.json.Json;
import clipdesk.cutter.CutMethod;
import clipdesk.cutter.CutReport;
import clipdesk.cutter.FallbackReason;
import clipdesk.cutter.UnsupportedMasterException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Counts by log lines that CloudWatch reads as metrics (embedded metric format). Every dimension
 * has a handful of values, because each combination is a metric of its own.
 */
final class CutMetrics {
  private static final String NAMESPACE = "Clipdesk";

  /** Tells the stacks of one account apart. */
  private static final String FUNCTION =
      Optional.ofNullable(System.getenv("AWS_LAMBDA_FUNCTION_NAME")).orElse("local");

  private CutMetrics() {}

  static void cut(CutReport report) {
    count("ClipsCut", Map.of("method", report.method().label()));
    report.reason().ifPresent(reason -> fellBack(report.method(), reason));
  }

  /** A failure may come after a better method had been given up; that counts as well. */
  static void failed(String code, Exception cause) {
    count("ClipsFailed", Map.of("code", code));
    for (var before : cause.getSuppressed()) {
      if (before instanceof UnsupportedMasterException why) {
        fellBack(CutMethod.REENCODE, why.reason());
      }
    }
  }

  private static void fellBack(CutMethod method, FallbackReason reason) {
    count("ClipFallbacks", Map.of("method", method.label(), "reason", reason.name()));
  }

  /** A line of its own on the output, because the format must be the whole line. */
  private static void count(String metric, Map<String, String> values) {
    var dimensions = new TreeMap<>(values);
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
