package clipdesk.media.clips;

import java.util.Map;

/** Reports as the cutter writes them, in so far as anybody reads them. */
final class SampleReports {
  private SampleReports() {}

  static Map<String, Object> of(ClipId id) {
    return Map.of(
        "clipId",
        id.text(),
        "file",
        Map.of(
            "name", "clip.mp4",
            "sizeBytes", 8,
            "contentType", "video/mp4",
            "etag", "\"9a0c-12\""),
        "actual",
        Map.of("in", Map.of("ms", 10_000, "frame", 250, "timecode", "10:00:10:00")),
        "source",
        Map.of("key", "masters/x/master.mp4"));
  }
}
