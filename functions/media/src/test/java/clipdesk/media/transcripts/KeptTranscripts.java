package clipdesk.media.transcripts;

import clipdesk.contracts.catalogue.Video;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/** Transcripts as an editor would have brought them, for tests of other features. */
public final class KeptTranscripts {
  private KeptTranscripts() {}

  public static void bring(Transcripts transcripts, Video video, String language, String text) {
    new EditTranscript(transcripts, InstantSource.system())
        .putText(
            new TranscriptKey(video.videoId(), language),
            video,
            stored -> stored,
            text.getBytes(StandardCharsets.UTF_8));
  }

  public static void delete(Transcripts transcripts, TranscriptKey key) {
    new EditTranscript(transcripts, InstantSource.system()).delete(key, stored -> stored);
  }
}
