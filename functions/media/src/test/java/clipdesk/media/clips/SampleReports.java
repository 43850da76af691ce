package clipdesk.media.clips;

import clipdesk.contracts.catalogue.StoredObject;
import clipdesk.contracts.clips.ClipReport;
import java.util.Map;

/** Reports as the cutter writes them, in so far as anybody reads them. */
final class SampleReports {
  private static final StoredObject MASTER =
      new StoredObject("masters/x/master.mp4", "v7", "\"e\"", 64);

  private SampleReports() {}

  static ClipReport of(ClipId id) {
    return new ClipReport(
        id.text(),
        new ClipReport.ClipFile(8, "\"9a0c-12\""),
        Map.of(
            "actual", Map.of("in", Map.of("ms", 10_000, "frame", 250, "timecode", "10:00:10:00"))),
        MASTER);
  }
}
