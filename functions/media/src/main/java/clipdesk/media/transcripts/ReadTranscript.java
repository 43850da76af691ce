package clipdesk.media.transcripts;

import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import clipdesk.contracts.catalogue.Video;
import clipdesk.media.OfTranscripts;
import clipdesk.media.catalogue.ReadVideo;
import clipdesk.media.clips.ClipFrames;
import clipdesk.transcript.revision.ClipTranscript;
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
   * What somebody wants.
   *
   * @param language of the transcript; without one, the first of the video's that has one
   * @param number of the revision; without one, the newest
   */
  record Wanted(Optional<String> language, OptionalInt number) {}

  /** What is said in a clip, and in which language. */
  record Said(ClipTranscript transcript, String language) {}

  /**
   * @throws ProblemException {@code not-found}, {@code embargoed}, {@code withdrawn}, {@code
   *     legal-block} as for the video; {@code validation} for a revision that never was
   */
  Revision read(String videoId, Wanted wanted) {
    var video = videos.toTake(videoId, /* editor= */ false);
    return Facts.present(kept(video, wanted).orElseThrow(ReadTranscript::noTranscript), video);
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

  /** The newest of a video that was found, if there is one. */
  Optional<Revision> find(Video video, Optional<String> language) {
    return kept(video, new Wanted(language, OptionalInt.empty()))
        .map(it -> Facts.present(it, video));
  }

  /**
   * What is said in the frames of a clip that was found.
   *
   * @throws ProblemException {@code not-found} without a transcript; {@code not-acceptable} if its
   *     times fit no subtitles, or are those of another master
   */
  Said ofClip(ClipFrames clip, Wanted wanted) {
    var revision = kept(clip.video(), wanted).orElseThrow(ReadTranscript::noTranscript);
    if (!revision.video().masterVersion().equals(clip.masterVersion())) {
      throw new ProblemException(
          ProblemType.NOT_ACCEPTABLE, "The clip is of another master than the transcript's times");
    }
    if (!revision.timing().fitsSubtitles()) {
      throw TranscriptForm.noSubtitles(revision);
    }
    return new Said(
        ClipTranscript.of(clip.clipId(), revision, clip.in(), clip.out()), revision.language());
  }

  private Optional<Revision> kept(Video video, Wanted wanted) {
    var languages =
        wanted.language().map(List::of).orElse(video.description().languages()).stream()
            .filter(TranscriptKey::isLanguage)
            .toList();
    for (var language : languages) {
      var key = new TranscriptKey(video.videoId(), language);
      var standing = transcripts.current(key);
      if (standing.flatMap(it -> it.state().current()).isPresent()) {
        var kept = kept(standing.get().state(), wanted.number());
        return transcripts.revision(key, standing.get(), kept);
      }
    }
    return Optional.empty();
  }

  private static TranscriptState.Kept kept(TranscriptState state, OptionalInt number) {
    var kept = number.isEmpty() ? state.current() : state.revision(number.getAsInt());
    return kept.orElseThrow(
        () ->
            ProblemException.invalid(
                "query:revision", "unknown-revision", "There is no such revision"));
  }

  private static ProblemException noTranscript() {
    return new ProblemException(ProblemType.NOT_FOUND, "There is no such transcript");
  }
}
