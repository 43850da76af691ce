package clipdesk.media.transcripts;

import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import clipdesk.contracts.catalogue.Video;
import clipdesk.media.OfTranscripts;
import clipdesk.media.catalogue.ReadVideo;
import clipdesk.media.transcripts.Transcripts.Stored;
import clipdesk.transcript.revision.Revision;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;

/** Reads a revision for somebody who may have the video. */
@OfTranscripts
@Singleton
final class ReadTranscript {
  private final ReadVideo videos;
  private final Transcripts transcripts;

  ReadTranscript(ReadVideo videos, Transcripts transcripts) {
    this.videos = videos;
    this.transcripts = transcripts;
  }

  /**
   * @param language of the transcript; without one, the first of the video's that has one
   * @param number of the revision; without one, the newest
   * @throws ProblemException {@code not-found}, {@code embargoed}, {@code withdrawn}, {@code
   *     legal-block} as for the video; {@code validation} for a revision that never was
   */
  Revision read(String videoId, Optional<String> language, OptionalInt number) {
    var video = videos.toTake(videoId, /* editor= */ false);
    var languages = language.map(List::of).orElse(video.description().languages());
    for (var each : languages) {
      if (TranscriptKey.isLanguage(each)) {
        var key = new TranscriptKey(video.videoId(), each);
        var state = transcripts.find(key).map(Stored::state);
        if (state.flatMap(TranscriptState::current).isPresent()) {
          return revision(key, state.get(), number, video);
        }
      }
    }
    throw noTranscript();
  }

  /**
   * The newest revisions of a video by language, in the order of the video's languages.
   *
   * @throws ProblemException as above, but for want of a transcript
   */
  SequencedMap<String, Integer> newest(String videoId) {
    var video = videos.toTake(videoId, /* editor= */ false);
    var newest = new LinkedHashMap<String, Integer>();
    for (var each : video.description().languages()) {
      if (TranscriptKey.isLanguage(each)) {
        transcripts
            .find(new TranscriptKey(video.videoId(), each))
            .flatMap(it -> it.state().current())
            .ifPresent(it -> newest.put(each, it.number()));
      }
    }
    return newest;
  }

  private Revision revision(
      TranscriptKey key, TranscriptState state, OptionalInt number, Video video) {
    var kept = number.isEmpty() ? state.current() : state.revision(number.getAsInt());
    var name =
        kept.orElseThrow(
                () ->
                    ProblemException.invalid(
                        "query:revision", "unknown-revision", "There is no such revision"))
            .name();
    var revision = transcripts.revision(key, name).orElseThrow(ReadTranscript::noTranscript);
    var facts = Facts.of(video);
    // Another master has another sound: the text holds, its times do not.
    return revision.video().masterVersion().equals(facts.masterVersion())
        ? revision
        : revision.untimed(facts);
  }

  private static ProblemException noTranscript() {
    return new ProblemException(ProblemType.NOT_FOUND, "There is no such transcript");
  }
}
