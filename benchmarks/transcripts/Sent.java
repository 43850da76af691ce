import clipdesk.transcript.heard.Heard;
import clipdesk.transcript.revision.RevisionMaker;
import clipdesk.transcript.revision.TranscriptJson;
import clipdesk.transcript.revision.VideoFacts;
import clipdesk.transcript.revision.Window;
import clipdesk.transcript.testing.Simulation;
import clipdesk.transcript.text.OfficialText;
import clipdesk.transcript.timing.Activity;
import clipdesk.transcript.timing.FrameClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** The answer that a page is sent for a whole conference. */
final class Sent {
  static final int WORDS = 6_000;
  private static final int MS_A_FRAME = 40;

  private Sent() {}

  /** For so many words: a conference ends with its turn, some words later. */
  static double gzippedKilobytes(Simulation truth, String language) {
    var input =
        input(
            truth.script().official(),
            language,
            truth.heard(),
            Optional.of(truth.activity()),
            truth.durationMs());
    var revision = RevisionMaker.make(input, Optional.empty()).revision().orElseThrow();
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(TranscriptJson.of(revision, Window.WHOLE).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.size() / 1_000.0 * WORDS / truth.script().words().size();
  }

  static RevisionMaker.Input input(
      OfficialText text,
      String language,
      Heard heard,
      Optional<Activity> activity,
      int durationMs) {
    var clock = new FrameClock(25, 1, durationMs / MS_A_FRAME);
    var video =
        new VideoFacts("2026-02-12-ministers-presser", "9f2c11d0a4be7710", durationMs, clock);
    return new RevisionMaker.Input(
        video, text, language, List.of(), List.of(), Optional.of(heard), activity);
  }
}
