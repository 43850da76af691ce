package clipdesk.media.transcripts;

import clipdesk.contracts.catalogue.Video;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;

/** Transcripts as an editor would have brought them, for tests of other features. */
public final class KeptTranscripts {
  private KeptTranscripts() {}

  public static void bring(Transcripts transcripts, Video video, String language, String text) {
    new EditTranscript(transcripts, new InMemoryActivities(), InstantSource.system())
        .putText(
            new TranscriptKey(video.videoId(), language),
            video,
            stored -> stored,
            text.getBytes(StandardCharsets.UTF_8));
  }

  public static void delete(Transcripts transcripts, TranscriptKey key) {
    new EditTranscript(transcripts, new InMemoryActivities(), InstantSource.system())
        .delete(key, stored -> stored);
  }

  public static void bringWords(
      Transcripts transcripts, Video video, String language, byte[] words) {
    new EditTranscript(transcripts, new InMemoryActivities(), InstantSource.system())
        .putWords(new TranscriptKey(video.videoId(), language), video, stored -> stored, words);
  }

  /** What editors are told of things that could not be taken: kind, code and reason. */
  public static List<String> refusals(TranscriptState state) {
    return state.seen().entrySet().stream()
        .filter(it -> it.getValue().isBad())
        .map(it -> it.getKey().label() + " " + it.getValue().refused().orElseThrow())
        .map(it -> it.replaceAll("Refusal\\[code=([^,]*), detail=(.*)]", "$1 $2"))
        .toList();
  }
}
