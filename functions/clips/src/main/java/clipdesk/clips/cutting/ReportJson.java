package clipdesk.clips.cutting;

import clipdesk.common.stored.StoredRow;
import clipdesk.cutter.report.CutReport;
import clipdesk.cutter.report.ReportMembers;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code report.json}: what was asked, what was made, and what it cost. */
final class ReportJson {
  private ReportJson() {}

  /**
   * The file of a report, if it is one of this clip that the portal can show.
   *
   * @throws clipdesk.common.stored.UnreadableException if it is not
   */
  static StoredRow read(String clipId, StoredRow report) {
    report.require(report.text("clipId").equals(clipId), "clipId");
    var file = report.object("file");
    file.text("name");
    file.number("sizeBytes", 1);
    file.text("contentType");
    file.text("etag");
    return file;
  }

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
