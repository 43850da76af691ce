package clipdesk.media.ingest;

import clipdesk.common.wire.RecordedWire;
import clipdesk.contracts.catalogue.IngestReport;
import clipdesk.contracts.catalogue.StoredObject;
import clipdesk.media.WireClients;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class IngestWireTest {
  private static final StoredObject MASTER =
      new StoredObject("masters/video-1/master.mp4", "version-1", "\"tag\"", 1_000);

  private static final IngestReport REPORT =
      new IngestReport(
          "video-1",
          IngestReport.Result.ACCEPTED,
          Instant.parse("2026-03-01T12:00:00Z"),
          List.of(),
          /* moreErrors= */ 0,
          List.of(),
          Optional.of("version-2"));

  @RegisterExtension final RecordedWire wire = new RecordedWire();

  @Test
  void uploadsAreAskedAsCommitted() throws IOException {
    var uploads = new S3Uploads(WireClients.s3(), WireClients.CONFIG.mastersBucket());

    wire.call("description", () -> uploads.description("video-1"));
    wire.call("file", () -> uploads.file("video-1", "master.mp4"));
    wire.call("names", () -> uploads.names("video-1", "renditions/"));
    var master = uploads.open(MASTER);
    wire.answer(206, Map.of("Content-Range", "bytes 10-13/1000"), "mdat");
    wire.call("open: a range of it", () -> master.read(10, ByteBuffer.allocate(4)));

    wire.matches(S3Uploads.class);
  }

  @Test
  void outcomesAreWrittenAsCommitted() throws IOException {
    var outcomes = new S3Outcomes(WireClients.s3(), WireClients.CONFIG.mastersBucket());

    wire.call("report", () -> outcomes.report(REPORT));
    wire.call(
        "index", () -> outcomes.index("video-1", "9f2c", "index".getBytes(StandardCharsets.UTF_8)));

    wire.answer(200, Map.of(), "<ListBucketResult/>");
    wire.call("textLanguages", () -> outcomes.textLanguages("video-1", "9f2c"));
    wire.call(
        "texts",
        () -> outcomes.texts("video-1", "9f2c", "en", "WEBVTT".getBytes(StandardCharsets.UTF_8)));

    wire.matches(S3Outcomes.class);
  }
}
