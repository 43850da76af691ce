package clipdesk.clips.cutting;

import clipdesk.common.aws.AwsClients;
import clipdesk.common.aws.S3ByteSource;
import clipdesk.common.wire.RecordedWire;
import clipdesk.contracts.catalogue.Rate;
import clipdesk.contracts.catalogue.StoredObject;
import clipdesk.contracts.clips.ClipReport;
import clipdesk.contracts.clips.ClipRequest;
import clipdesk.contracts.clips.ClipStatus;
import clipdesk.cutter.io.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.s3.S3Client;

final class ClipsWireTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String CLIP = "c".repeat(40);
  private static final ClipsConfig CONFIG = new ClipsConfig("masters-bucket", "clips-bucket");
  private static final StoredObject MASTER =
      new StoredObject("masters/video-1/master.mp4", "version-1", "\"tag\"", 1_000);
  private static final ClipRequest REQUEST =
      new ClipRequest(
          "video-1",
          1,
          1,
          NOW,
          MASTER,
          "9f2c",
          10,
          20,
          new Rate(25, 1),
          ClipRequest.PROFILE,
          List.of("v1"));

  private static final ClipReport REPORT =
      new ClipReport(
          CLIP, new ClipReport.ClipFile(204, "\"clip-tag\""), Map.of("cutterVersion", "1"), MASTER);

  @RegisterExtension final RecordedWire wire = new RecordedWire();

  @Test
  void storeAsksWhatIsCommitted() throws IOException {
    var store = store();
    var status = new ClipStatus(CLIP, 1, "worker-1", new ClipStatus.Progress("copying", 10), NOW);

    wire.call("request", () -> store.request(CLIP));
    wire.call("published", () -> store.published(CLIP));
    wire.answer(404, Map.of(), "<Error><Code>NoSuchKey</Code></Error>");
    wire.call("status", () -> store.status(CLIP));
    wire.call("putStatus: the first", () -> store.putStatus(CLIP, status, Optional.empty()));
    wire.call("putStatus: the next", () -> store.putStatus(CLIP, status, Optional.of("\"tag\"")));
    wire.call("index", () -> store.index(REQUEST));
    wire.call("discard", () -> store.discard(CLIP));
    wire.call("putReport", () -> store.putReport(REPORT));

    wire.matches(S3ClipStore.class);
  }

  /** Any context reads masters; indexes are read here only. */
  @Test
  void indexIsReadAsCommitted() throws IOException {
    var store = store();
    var index = new ArrayList<ByteSource>();
    wire.before(() -> store.index(REQUEST).ifPresent(index::add));

    wire.answer(206, Map.of("Content-Range", "bytes 0-3/1000"), "head");
    wire.call("read: an index", () -> index.getFirst().read(0, ByteBuffer.allocate(4)));

    wire.matches(S3ByteSource.class);
  }

  @Test
  void clipIsStoredAsCommitted() throws IOException {
    var store = store();
    try (var clip = store.clip(CLIP, MASTER);
        var given = store.clip(CLIP, MASTER)) {
      wire.call("part", () -> clip.part(1, bytes()));
      wire.call(
          "finish: with a copied part",
          () -> {
            clip.copyPart(2, 100, 200);
            clip.finish(204);
          });
      wire.call("part: of a clip that is given up", () -> given.part(1, bytes()));
      wire.call("abort", given::abort);
    }
    wire.matches(S3ClipSink.class);
  }

  private static ClipStore store() {
    return new S3ClipStore(AwsClients.client(S3Client.builder()), CONFIG);
  }

  private static ByteBuffer bytes() {
    return ByteBuffer.wrap("mdat".getBytes(StandardCharsets.UTF_8));
  }
}
