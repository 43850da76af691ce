package clipdesk.cutter.report;

import clipdesk.cutter.frames.FrameRange;
import java.util.LinkedHashMap;
import java.util.Map;

/** What every written report tells of a cut, in the names that reports use. */
public final class ReportMembers {
  private ReportMembers() {}

  /** Members of JSON: texts, numbers, lists and maps. */
  public static Map<String, Object> of(CutReport report) {
    var stored = report.output().stored();
    var json = new LinkedHashMap<String, Object>();
    json.put("asked", range(report.asked()));
    json.put("actual", Map.of("in", position(report.in()), "out", position(report.out())));
    json.put(
        "frames",
        Map.of(
            "total", report.frames().total(),
            "copied", report.frames().copied(),
            "copiedDecoded", report.frames().copiedDecoded(),
            "headReencoded", report.frames().headReencoded(),
            "tailReencoded", report.frames().tailReencoded()));
    json.put("method", report.method().label());
    report.reason().ifPresent(reason -> json.put("methodReason", reason.name()));
    report.copyable().ifPresent(range -> json.put("copyable", range(range)));
    json.put("output", output(report.output()));
    json.put("audio", report.audio().stream().map(ReportMembers::audio).toList());
    if (!report.droppedTracks().isEmpty()) {
      json.put("droppedTracks", report.droppedTracks());
    }
    stored
        .checksum()
        .ifPresent(
            checksum ->
                json.put(
                    "checksum",
                    Map.of("algorithm", checksum.algorithm(), "value", checksum.value())));
    json.put("cutterVersion", CutReport.CUTTER_VERSION);
    json.put(
        "io",
        Map.of(
            "rangeGets", report.io().rangeReads(),
            "bytesRead", report.io().bytesRead(),
            "bytesSent", report.io().bytesSent(),
            "bytesCopied", report.io().bytesCopied(),
            "unreferencedBytes", report.io().unreferencedBytes()));
    json.put("timingMs", timings(report));
    return json;
  }

  private static Map<String, Object> range(FrameRange range) {
    return Map.of("inFrame", range.in(), "outFrame", range.out());
  }

  private static Map<String, Object> output(CutReport.Output output) {
    var stored = output.stored();
    var json = new LinkedHashMap<String, Object>();
    json.put("kind", output.kind().label());
    json.put("bytes", stored.sizeBytes());
    json.put("parts", stored.parts());
    stored.etag().ifPresent(etag -> json.put("etag", etag));
    return json;
  }

  private static Map<String, Object> position(CutReport.Position position) {
    var json = new LinkedHashMap<String, Object>();
    json.put("ms", position.ms());
    json.put("frame", position.frame());
    position.timecode().ifPresent(timecode -> json.put("timecode", timecode));
    return json;
  }

  private static Map<String, Object> audio(CutReport.Audio audio) {
    return Map.of(
        "track", audio.track(),
        "codec", audio.codec(),
        "language", audio.language(),
        "sampleRate", audio.sampleRate(),
        "prerollPackets", audio.prerollPackets(),
        "offsetSamples", audio.offsetSamples());
  }

  private static Map<String, Object> timings(CutReport report) {
    var names =
        Map.of(
            CutPhase.READING_INDEX, "index",
            CutPhase.ENCODING_EDGES, "edges",
            CutPhase.COPYING, "copy",
            CutPhase.FINISHING, "finish");
    var json = new LinkedHashMap<String, Object>();
    for (var phase : CutPhase.values()) {
      if (report.timings().containsKey(phase)) {
        json.put(names.get(phase), report.timings().get(phase).toMillis());
      }
    }
    return json;
  }
}
