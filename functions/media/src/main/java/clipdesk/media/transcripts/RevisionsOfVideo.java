package clipdesk.media.transcripts;

import clipdesk.contracts.catalogue.Video;
import clipdesk.media.transcripts.TranscriptState.Kept;
import clipdesk.media.transcripts.Transcripts.Standing;
import clipdesk.transcript.revision.Revision;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The revisions of a video's transcripts as they are of its present master, each read once. */
final class RevisionsOfVideo {
  private final Transcripts transcripts;
  private final Video video;
  private final Map<TranscriptKey, Optional<Standing>> standings = new HashMap<>();
  private final Map<String, Optional<Revision>> revisions = new HashMap<>();

  RevisionsOfVideo(Transcripts transcripts, Video video) {
    this.transcripts = transcripts;
    this.video = video;
  }

  Optional<Revision> current(String language) {
    return standing(language)
        .flatMap(it -> it.state().current().flatMap(kept -> read(language, it, kept)));
  }

  Optional<Revision> numbered(String language, int number) {
    return standing(language)
        .flatMap(it -> it.state().revision(number).flatMap(kept -> read(language, it, kept)));
  }

  private Optional<Standing> standing(String language) {
    return Optional.of(language)
        .filter(TranscriptKey::isLanguage)
        .map(it -> new TranscriptKey(video.videoId(), it))
        .flatMap(key -> standings.computeIfAbsent(key, transcripts::current));
  }

  private Optional<Revision> read(String language, Standing standing, Kept kept) {
    return revisions.computeIfAbsent(
        language + kept.name(),
        _ ->
            transcripts
                .revision(new TranscriptKey(video.videoId(), language), standing, kept)
                .map(it -> Facts.present(it, video)));
  }
}
