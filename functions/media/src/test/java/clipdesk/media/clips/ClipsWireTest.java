package clipdesk.media.clips;

import clipdesk.common.wire.RecordedWire;
import clipdesk.cutter.frames.FrameRange;
import clipdesk.media.WireClients;
import clipdesk.media.catalogue.SampleVideos;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class ClipsWireTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final AskedClip REQUEST =
      AskedClip.of(SampleVideos.released(), new FrameRange(10, 20), List.of("v1", "a1"));

  @RegisterExtension final RecordedWire wire = new RecordedWire();

  @Test
  void objectsAreAskedAsCommitted() throws IOException {
    var objects = new S3ClipObjects(WireClients::s3, WireClients.CONFIG);

    wire.answer(404, Map.of(), "<Error><Code>NoSuchKey</Code></Error>")
        .answer(404, Map.of(), "<Error><Code>NoSuchKey</Code></Error>")
        .answer(404, Map.of(), "<Error><Code>NoSuchKey</Code></Error>");
    wire.sideBySide("find", () -> objects.find(REQUEST.id()));
    wire.call("ask", () -> objects.ask(REQUEST, NOW));
    var stored = new ClipObjects.Stored(Optional.of(REQUEST), 1, 1, "\"tag\"", NOW);
    wire.call("askAgain", () -> objects.askAgain(stored, REQUEST, NOW));

    wire.matches(S3ClipObjects.class);
  }

  @Test
  void filesAreAskedAsCommitted() throws IOException {
    var objects = new InMemoryClipObjects();
    objects.ask(REQUEST, NOW);
    objects.report(SampleReports.of(REQUEST.id()));
    var files =
        new S3ClipFiles(objects, new InMemoryRequesters(), WireClients::s3, WireClients.CONFIG);

    wire.call("find", () -> files.find("account-1", REQUEST.id().text()));

    wire.matches(S3ClipFiles.class);
  }

  @Test
  void requestersAreAskedAsCommitted() throws IOException {
    var requesters = new DynamoRequesters(WireClients.dynamo(), WireClients.CONFIG);

    var quote = new ClipQuote("en", 4, 7, 12, "The council did not sign.", "pause", "padded");
    var words = new OwnWords(Optional.of("Arctic"), Optional.of(quote));

    wire.call("asked", () -> requesters.asked("account-1", REQUEST.id(), words, NOW));
    wire.call("find", () -> requesters.find("account-1", REQUEST.id()));
    wire.call("of", () -> requesters.of("account-1", 20, Map.of()));

    wire.matches(DynamoRequesters.class);
  }
}
