package clipdesk.clips.cutting;

import clipdesk.cutter.report.CutReport;
import clipdesk.cutter.report.ReportMembers;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code report.json}: what was asked, what was made, and what it cost. */
final class ReportJson {
  private ReportJson() {}

  static Map<String, Object> of(ClipRequest request, CutReport report) {
    var stored = report.output().stored();
    var etag = stored.etag().orElse("");
    var json = new LinkedHashMap<String, Object>();
    json.put("clipId", request.clipId());
    json.put(
        "file",
        Map.of(
            "name",
            "clip.mp4",
            "sizeBytes",
            stored.sizeBytes(),
            "contentType",
            "video/mp4",
            "etag",
            etag));
    json.putAll(ReportMembers.of(report));
    var source = request.source();
    json.put(
        "source",
        Map.of(
            "key", source.key(),
            "versionId", source.versionId(),
            "etag", source.etag(),
            "sizeBytes", source.sizeBytes()));
    return json;
  }
}
