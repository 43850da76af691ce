package clipdesk.media.transcripts;

import clipdesk.common.localisation.Language;
import clipdesk.common.problem.ProblemException;
import clipdesk.contracts.catalogue.Video;
import clipdesk.media.OfTranscripts;
import clipdesk.media.clips.ClipFrames;
import clipdesk.media.clips.ClipQuote;
import clipdesk.media.downloads.MasterFileName;
import clipdesk.transcript.editlist.ClipList;
import clipdesk.transcript.editlist.ListedClip;
import clipdesk.transcript.editlist.ListedMaster;
import clipdesk.transcript.editlist.Timecode;
import clipdesk.transcript.revision.ClipTranscript;
import clipdesk.transcript.revision.Revision;
import clipdesk.transcript.script.Speaker;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lays clips one after another for an edit suite, with who speaks in them and what they say. */
@OfTranscripts
@Singleton
final class MakeEditList {
  private static final String CLIPS = "query:clips";

  private final ReadTranscript readTranscript;

  MakeEditList(ReadTranscript readTranscript) {
    this.readTranscript = readTranscript;
  }

  /**
   * @param clips at least one
   * @throws ProblemException {@code validation} if they are of several rates, or one is of a master
   *     that is over
   */
  ClipList of(List<ClipFrames> clips, Language language, EditListForm form) {
    var first = clips.getFirst().video();
    var rate = first.frameRate();
    if (clips.stream().anyMatch(it -> !it.video().frameRate().equals(rate))) {
      throw ProblemException.invalid(
          CLIPS, "mixed-rates", "A list has one rate: ask for the clips of each alone");
    }
    if (clips.stream().anyMatch(it -> !it.masterVersion().equals(it.video().masterVersion()))) {
      throw ProblemException.invalid(
          CLIPS, "master-replaced", "A clip is of a master that is not there any more");
    }
    var revisions = new HashMap<String, Optional<Revision>>();
    return new ClipList(
        first.description().title().in(language),
        rate.num(),
        rate.den(),
        clips.stream()
            .map(
                it ->
                    listed(it, language, form.hasWords() ? said(it, revisions) : Optional.empty()))
            .toList());
  }

  private Optional<ClipTranscript> said(ClipFrames clip, Map<String, Optional<Revision>> read) {
    var language = clip.words().quote().map(ClipQuote::language);
    return read.computeIfAbsent(
            clip.video().videoId() + language, _ -> readTranscript.find(clip.video(), language))
        .filter(it -> it.timing().fitsSubtitles())
        .map(it -> ClipTranscript.of(clip.clipId(), it, clip.in(), clip.out()));
  }

  private static ListedClip listed(
      ClipFrames clip, Language language, Optional<ClipTranscript> said) {
    var video = clip.video();
    var speaker = said.flatMap(ClipTranscript::speaker);
    var words =
        clip.words()
            .quote()
            .map(ClipQuote::text)
            .or(() -> said.map(ClipTranscript::words))
            .filter(it -> !it.isEmpty())
            .map(TranscriptQuotes::shortened);
    return new ListedClip(
        master(video, language),
        clip.words().label().orElseGet(() -> video.description().title().in(language)),
        clip.in(),
        clip.out(),
        speaker.map(Speaker::shown),
        speaker.flatMap(Speaker::outlet),
        words);
  }

  private static ListedMaster master(Video video, Language language) {
    var rate = video.frameRate();
    return new ListedMaster(
        video.videoId(),
        MasterFileName.of(video, language),
        video.frames(),
        // One that is counted at another rate names other frames.
        video.startTimecode().filter(it -> Timecode.like(it, rate.num(), rate.den()).names(it)));
  }
}
