package clipdesk.media.search;

import clipdesk.common.digests.Sha256;
import clipdesk.contracts.catalogue.Video;
import clipdesk.media.catalogue.Videos;
import clipdesk.media.transcripts.TranscriptKey;
import clipdesk.media.transcripts.TranscriptState;
import clipdesk.media.transcripts.Transcripts;
import clipdesk.transcript.revision.Revision;
import clipdesk.transcript.search.Indexed;
import java.util.List;
import java.util.Optional;

/** What the index is to hold: the newest revision of each transcript of a video there is. */
final class PresentTranscripts {
  private static final int MADE_BYTES = 8;

  private final Videos videos;
  private final Transcripts transcripts;

  PresentTranscripts(Videos videos, Transcripts transcripts) {
    this.videos = videos;
    this.transcripts = transcripts;
  }

  /** A transcript, and by what an index knows that it has it already. */
  record Present(Indexed indexed, Entries.Entry entry) {}

  /** In any state of the video: whether it may be shown is asked when it is. */
  Optional<Present> find(TranscriptKey key) {
    return videos.find(key.videoId()).flatMap(it -> find(key, it));
  }

  /** Those that a video may have. */
  List<TranscriptKey> of(String videoId) {
    return videos.find(videoId).stream()
        .flatMap(it -> it.description().languages().stream())
        .filter(TranscriptKey::isLanguage)
        .map(it -> new TranscriptKey(videoId, it))
        .toList();
  }

  private Optional<Present> find(TranscriptKey key, Video video) {
    return transcripts
        .current(key)
        .flatMap(
            standing ->
                standing
                    .state()
                    .current()
                    .flatMap(
                        kept -> standing.revision().map(it -> present(indexed(video, kept, it)))));
  }

  private static Indexed indexed(Video video, TranscriptState.Kept kept, Revision revision) {
    return new Indexed(
        revision,
        kept.name(),
        video.description().date(),
        Optional.of(video.description().event().id()));
  }

  private static Present present(Indexed indexed) {
    var made = indexed.name() + " " + indexed.event().orElse("");
    return new Present(indexed, new Entries.Entry(indexed.date(), Sha256.hex(made, MADE_BYTES)));
  }
}
