package clipdesk.clips.cutting;

import clipdesk.common.logging.EmfCount;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import clipdesk.cutter.report.CutMethod;
import clipdesk.cutter.report.CutReport;
import java.util.Map;

/**
 * What operators watch of cuts. Every dimension has a handful of values, because each combination
 * is a metric of its own.
 */
final class CutMetrics {
  private CutMetrics() {}

  static void cut(CutReport report) {
    EmfCount.print("ClipsCut", Map.of("method", report.method().label()));
    report.reason().ifPresent(reason -> fellBack(report.method(), reason));
  }

  /** A failure may come after a better method had been given up; that counts as well. */
  static void failed(String code, Exception cause) {
    EmfCount.print("ClipsFailed", Map.of("code", code));
    for (var before : cause.getSuppressed()) {
      if (before instanceof UnsupportedMasterException why) {
        fellBack(CutMethod.REENCODE, why.reason());
      }
    }
  }

  private static void fellBack(CutMethod method, FallbackReason reason) {
    EmfCount.print("ClipFallbacks", Map.of("method", method.label(), "reason", reason.name()));
  }
}
