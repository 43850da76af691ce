package clipdesk.clips.cutting;

import clipdesk.common.json.Json;
import clipdesk.cutter.CutReport;
import clipdesk.cutter.FallbackReason;
import java.util.List;
import java.util.Map;

/** Counts by log lines that CloudWatch reads as metrics (embedded metric format). */
final class CutMetrics {
  private static final String NAMESPACE = "Clipdesk";

  private CutMetrics() {}

  static void cut(CutReport report) {
    count("ClipsCut", "method", report.method().label());
    if (report.reason().filter(FallbackReason.VERIFY_FAILED::equals).isPresent()) {
      count("VerificationFallbacks", "method", report.method().label());
    }
  }

  static void failed(String code) {
    count("ClipsFailed", "code", code);
  }

  /** A line of its own on the output, because the format must be the whole line. */
  private static void count(String metric, String dimension, String value) {
    System.out.println(
        Json.text(
            Map.of(
                "_aws",
                Map.of(
                    "Timestamp", System.currentTimeMillis(),
                    "CloudWatchMetrics",
                        List.of(
                            Map.of(
                                "Namespace", NAMESPACE,
                                "Dimensions", List.of(List.of(dimension)),
                                "Metrics", List.of(Map.of("Name", metric, "Unit", "Count"))))),
                dimension,
                value,
                metric,
                1)));
  }
}
