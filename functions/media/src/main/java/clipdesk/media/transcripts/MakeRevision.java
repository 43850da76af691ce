package clipdesk.media.transcripts;

import clipdesk.common.localisation.Language;
import clipdesk.contracts.catalogue.Speaker;
import clipdesk.contracts.catalogue.Video;
import clipdesk.media.transcripts.TranscriptState.Words;
import clipdesk.transcript.heard.Heard;
import clipdesk.transcript.heard.HeardReader;
import clipdesk.transcript.revision.Revision;
import clipdesk.transcript.revision.RevisionMaker;
import clipdesk.transcript.revision.RevisionMaker.Made;
import clipdesk.transcript.script.KnownSpeaker;
import clipdesk.transcript.text.TextReader;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes a revision of what a state names, in memory: whoever asked for it keeps it, or not. */
final class MakeRevision {
  private final Transcripts transcripts;
  private final Activities activities;

  MakeRevision(Transcripts transcripts, Activities activities) {
    this.transcripts = transcripts;
    this.activities = activities;
  }

  /** Looks at the sound of a video, if the words of a state were heard in it. */
  Ground ground(TranscriptKey key, TranscriptState state, Video video) {
    var words = state.words().filter(it -> it.masterVersion().equals(video.masterVersion()));
    var activity =
        words
            .flatMap(_ -> SpokenTrack.of(video, key.language()))
            .flatMap(track -> activities.find(video, track));
    return new Ground(video, words, activity);
  }

  /**
   * @param before the revision that readers have now
   * @return empty if there is no text
   * @throws clipdesk.common.problem.ProblemException {@code validation} if it cannot be read, or is
   *     too long
   */
  Optional<Made> of(
      TranscriptKey key, TranscriptState state, Ground ground, Optional<Revision> before) {
    return state.text().map(text -> made(key, state, text, ground, before));
  }

  private Made made(
      TranscriptKey key,
      TranscriptState state,
      String text,
      Ground ground,
      Optional<Revision> before) {
    var video = ground.video();
    var official = Refusals.told(() -> TextReader.read(transcripts.source(key, text)));
    var input =
        new RevisionMaker.Input(
            Facts.of(video),
            official,
            key.language(),
            speakers(video, key),
            EditList.read(state.edits()),
            ground.words().map(it -> heard(key, it, video)),
            ground.activity());
    var made = Refusals.told(() -> RevisionMaker.make(input, before));
    return made.isMismatch() && ground.words().filter(Words::areOfMaster).isPresent()
        ? Refusals.told(() -> RevisionMaker.make(input.withoutSound(), before))
        : made;
  }

  private Heard heard(TranscriptKey key, Words words, Video video) {
    return HeardReader.read(transcripts.source(key, words.name()), Facts.durationMs(video))
        .from(words.source());
  }

  private static List<KnownSpeaker> speakers(Video video, TranscriptKey key) {
    var language = Language.ofTag(key.language()).orElse(Language.EN);
    return video.description().speakers().stream().map(it -> speaker(it, language)).toList();
  }

  /** By the name in the language of the text; those in others are spellings of it. */
  private static KnownSpeaker speaker(Speaker speaker, Language language) {
    var name = speaker.name().in(language);
    var others =
        Stream.concat(
                Arrays.stream(Language.values()).map(speaker.name()::in),
                speaker.aliases().stream())
            .distinct()
            .filter(it -> !it.equals(name))
            .toList();
    return new KnownSpeaker(speaker.id(), name, speaker.role().map(it -> it.in(language)), others);
  }
}
