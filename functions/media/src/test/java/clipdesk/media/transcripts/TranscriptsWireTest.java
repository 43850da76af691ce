package clipdesk.media.transcripts;

import clipdesk.common.wire.RecordedWire;
import clipdesk.media.WireClients;
import clipdesk.media.catalogue.SampleVideos;
import clipdesk.transcript.revision.RevisionWriter;
import clipdesk.transcript.timing.Activity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
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
    wire.answer(404, Map.of(), "<Error><Code>NoSuchKey</Code></Error>");
    wire.call("write: first", () -> transcripts.write(KEY, state, Optional.empty()));
    wire.answer(200, Map.of(), RevisionWriter.write(revision));
    var before = Optional.of(new Transcripts.Stored(state, "\"tag\""));
    wire.call("write: next", () -> transcripts.write(KEY, state, before));
    wire.answer(200, Map.of(), state.json() + "\n" + RevisionWriter.write(revision));
    wire.call("current", () -> transcripts.current(KEY));
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

  @Test
  void activitiesAreKeptAsCommitted() throws IOException {
    var activities = new S3Activities(WireClients::s3, new TranscriptsConfig("Transcripts"));
    var video = SampleVideos.released();
    var track = SpokenTrack.of(video, "en").orElseThrow();

    wire.answer(404, Map.of(), "<Error><Code>NoSuchKey</Code></Error>");
    wire.call("find", () -> activities.find(video, track));
    wire.call("keep", () -> activities.keep(video, track, new Activity(new BitSet(), 1_000)));

    wire.matches(S3Activities.class);
  }

  @Test
  void broughtFilesAreReadAsCommitted() throws IOException {
    var files = new S3BroughtFiles(WireClients.s3(), "masters-bucket", "Transcripts");
    var modified = Instant.parse("2026-02-12T15:00:00Z");

    wire.answer(200, Map.of(), "<ListBucketResult/>");
    wire.answer(200, Map.of(), "<ListBucketResult/>");
    wire.answer(200, Map.of(), "<ListBucketResult/>");
    wire.call("list", () -> files.list(SampleVideos.with(Map.of("videoId", "video-1"))));
    for (var kind : List.of(Brought.TEXT, Brought.WORDS, Brought.TRACK)) {
      var name =
          switch (kind) {
            case TEXT -> "masters/video-1/transcripts/en.txt";
            case WORDS -> "words/video-1/en";
            default -> "texts/video-1/9f2c/en.vtt";
          };
      wire.answer(200, Map.of(), "x");
      wire.call(
          "read: " + kind.label(),
          () -> files.read(new BroughtFile(kind, "en", name, "\"tag\"", modified, 1)));
    }

    wire.matches(S3BroughtFiles.class);
  }

  @Test
  void recognitionIsAskedForAsCommitted() throws IOException {
    var requests = new S3RecognitionRequests(WireClients::s3, new TranscriptsConfig("Transcripts"));
    var sound = new RecognisedSound(KEY, "9f2c11d0a4be7710");

    wire.call("ask", () -> requests.ask(sound));
    wire.answer(200, Map.of(), "<ListBucketResult/>");
    wire.call("open", requests::open);
    wire.call("settle", () -> requests.settle(sound));

    wire.matches(S3RecognitionRequests.class);
  }
}
