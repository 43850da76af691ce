package clipdesk.media.transcripts;

import clipdesk.common.wire.RecordedWire;
import clipdesk.media.WireClients;
import clipdesk.transcript.revision.RevisionWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class TranscriptsWireTest {
  private static final TranscriptKey KEY = new TranscriptKey("video-1", "en");

  @RegisterExtension final RecordedWire wire = new RecordedWire();

  @Test
  void transcriptsAreKeptAsCommitted() throws IOException {
    var transcripts = new S3Transcripts(WireClients::s3, new TranscriptsConfig("Transcripts"));
    var state = TranscriptsContract.state(1);
    var revision = TranscriptsContract.sample();

    wire.answer(404, Map.of(), "<Error><Code>NoSuchKey</Code></Error>");
    wire.call("find", () -> transcripts.find(KEY));
    wire.call("write: first", () -> transcripts.write(KEY, state, Optional.empty()));
    var before = Optional.of(new Transcripts.Stored(state, "\"tag\""));
    wire.call("write: next", () -> transcripts.write(KEY, state, before));
    wire.call(
        "keepSource",
        () -> transcripts.keepSource(KEY, "Good morning.".getBytes(StandardCharsets.UTF_8)));
    wire.answer(200, Map.of(), "Good morning.");
    wire.call("source", () -> transcripts.source(KEY, "sources/1"));
    wire.call("keepRevision", () -> transcripts.keepRevision(KEY, revision));
    wire.answer(200, Map.of(), RevisionWriter.write(revision));
    wire.call("revision", () -> transcripts.revision(KEY, "revisions/r1.json"));

    wire.matches(S3Transcripts.class);
  }
}
