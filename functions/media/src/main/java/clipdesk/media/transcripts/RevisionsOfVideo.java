package clipdesk.media.transcripts;

import clipdesk.contracts.catalogue.Video;
import clipdesk.media.transcripts.Transcripts.Stored;
import clipdesk.transcript.revision.Revision;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The revisions of a video's transcripts as they are of its present master, each read once. */
final class RevisionsOfVideo {
  private final Transcripts transcripts;
  private final Video video;
  private final Map<TranscriptKey, Optional<TranscriptState>> states = new HashMap<>();
  private final Map<String, Optional<Revision>> revisions = new HashMap<>();

  RevisionsOfVideo(Transcripts transcripts, Video video) {
    this.transcripts = transcripts;
    this.video = video;
  }

  Optional<Revision> current(String language) {
    return state(language).flatMap(TranscriptState::current).flatMap(it -> read(language, it));
  }

  Optional<Revision> numbered(String language, int number) {
    return state(language).flatMap(it -> it.revision(number)).flatMap(it -> read(language, it));
  }

  private Optional<TranscriptState> state(String language) {
    return Optional.of(language)
        .filter(TranscriptKey::isLanguage)
        .map(it -> new TranscriptKey(video.videoId(), it))
        .flatMap(key -> states.computeIfAbsent(key, it -> transcripts.find(it).map(Stored::state)));
  }

  private Optional<Revision> read(String language, TranscriptState.Kept kept) {
    var key = new TranscriptKey(video.videoId(), language);
    return revisions.computeIfAbsent(
        language + kept.name(),
        _ -> transcripts.revision(key, kept.name()).map(it -> Facts.present(it, video)));
  }
}
