package clipdesk.media.transcripts;

import clipdesk.common.logging.EmfCount;
import clipdesk.common.web.EntityTags;
import clipdesk.contracts.catalogue.Video;
import clipdesk.media.OfTranscripts;
import clipdesk.media.transcripts.TranscriptState.Progress;
import clipdesk.media.transcripts.TranscriptState.Words;
import clipdesk.media.transcripts.Transcripts.Stored;
import clipdesk.transcript.heard.HeardReader;
import clipdesk.transcript.revision.Revision;
import clipdesk.transcript.revision.RevisionMaker.Made;
import clipdesk.transcript.text.TextReader;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes what is brought and makes the next revision of it, at once: parts first, the state that
 * names them last, on the condition that nobody else wrote one.
 */
@OfTranscripts
@Singleton
final class EditTranscript {
  private static final double PER_MILLE_OF_A_PERCENT = 10;

  private final Transcripts transcripts;
  private final MakeRevision makeRevision;
  private final InstantSource clock;

  EditTranscript(Transcripts transcripts, Activities activities, InstantSource clock) {
    this.transcripts = transcripts;
    this.makeRevision = new MakeRevision(transcripts, activities);
    this.clock = clock;
  }

  /** What stands now, and what was read out of the text, if there is one. */
  record Outcome(TranscriptKey key, TranscriptState state, Optional<Made> made) {}

  /** What stands, or {@link TranscriptState#NONE}. */
  TranscriptState state(TranscriptKey key) {
    return transcripts.find(key).map(Stored::state).orElse(TranscriptState.NONE);
  }

  /** As it stands, with a fresh reading of the text. */
  Outcome look(TranscriptKey key, Video video) {
    var state = state(key);
    var ground = makeRevision.ground(key, state, video);
    return new Outcome(key, state, makeRevision.of(key, state, ground, Optional.empty()));
  }

  /**
   * @throws clipdesk.common.problem.ProblemException {@code validation} if it is no text; {@code
   *     precondition-failed} if somebody else was quicker
   */
  Outcome putText(TranscriptKey key, Video video, Expected expected, byte[] content) {
    return putText(key, video, expected, content, Seen.byEditor(clock.instant()));
  }

  Outcome putText(TranscriptKey key, Video video, Expected expected, byte[] content, Seen seen) {
    var before = expected.of(transcripts.find(key));
    Refusals.told(() -> TextReader.read(content));
    var name = transcripts.keepSource(key, content);
    return settle(key, video, before, state(before).withText(name, seen));
  }

  /** As above with words that were heard. */
  Outcome putWords(TranscriptKey key, Video video, Expected expected, byte[] content) {
    return putWords(key, video, expected, content, Seen.byEditor(clock.instant()));
  }

  Outcome putWords(TranscriptKey key, Video video, Expected expected, byte[] content, Seen seen) {
    return putWords(key, video, expected, content, Words.UPLOAD, Brought.WORDS, seen);
  }

  /** As above with words of texts inside the master. */
  void putTexts(TranscriptKey key, Video video, Expected expected, byte[] content, Seen seen) {
    putWords(key, video, expected, content, Words.MASTER, Brought.TRACK, seen);
  }

  /** As above with words that were asked for. */
  void putRecognised(
      TranscriptKey key, Video video, Expected expected, byte[] content, String source) {
    var seen = Seen.byEditor(clock.instant());
    putWords(key, video, expected, content, source, Brought.RECOGNITION, seen);
  }

  private Outcome putWords(
      TranscriptKey key,
      Video video,
      Expected expected,
      byte[] content,
      String source,
      Brought kind,
      Seen seen) {
    var before = expected.of(transcripts.find(key));
    Refusals.told(() -> HeardReader.read(content, Facts.durationMs(video)));
    var name = transcripts.keepSource(key, content);
    var words = new Words(name, video.masterVersion(), source);
    return settle(key, video, before, state(before).withWords(words, kind, seen));
  }

  /** As above with all corrections, in place of those before. */
  Outcome putEdits(
      TranscriptKey key, Video video, Expected expected, List<Map<String, Object>> edits) {
    var before = expected.of(transcripts.find(key));
    return settle(key, video, before, state(before).withEdits(edits));
  }

  /**
   * Makes the next revision if another would be made now, such as of a sound listened to since. A
   * state that says what its words were laid on is not laid on the same again.
   */
  void makeAgain(TranscriptKey key, Video video) {
    var before = transcripts.find(key);
    var state = state(before);
    if (state.text().isEmpty() || state.words().isEmpty()) {
      return;
    }
    var ground = makeRevision.ground(key, state, video);
    if (!state.laidOn().equals(Optional.of(ground.mark()))) {
      settle(key, ground, before, state.withEdits(state.edits()));
    }
  }

  /** Takes all of it away; numbers of revisions are not given again. */
  void delete(TranscriptKey key, Expected expected) {
    var before = expected.of(transcripts.find(key));
    write(key, state(before).deleted(Seen.byEditor(clock.instant())), before);
  }

  /** Notes that something was brought and could not be taken; all else stays as it is. */
  void refuse(TranscriptKey key, Brought kind, Seen seen) {
    var before = transcripts.find(key);
    write(key, state(before).withRefused(kind, seen), before);
  }

  /** Lets something be tried again that was refused. */
  void forget(TranscriptKey key, Brought kind) {
    var before = transcripts.find(key);
    if (state(before).seen().containsKey(kind)) {
      write(key, state(before).forgetting(kind), before);
    }
  }

  private static TranscriptState state(Optional<Stored> before) {
    return before.map(Stored::state).orElse(TranscriptState.NONE);
  }

  private Outcome settle(
      TranscriptKey key, Video video, Optional<Stored> before, TranscriptState wanted) {
    return settle(key, makeRevision.ground(key, wanted, video), before, wanted);
  }

  private Outcome settle(
      TranscriptKey key, Ground ground, Optional<Stored> before, TranscriptState brought) {
    var current = brought.current().flatMap(it -> transcripts.revision(key, it.name()));
    var made = makeRevision.of(key, brought, ground, current);
    var wanted = brought.laidOn(made.map(_ -> ground.mark()));
    var unchanged =
        before
            .filter(it -> it.state().sameInputs(wanted))
            .filter(_ -> isOf(current, ground.video(), made));
    if (unchanged.isPresent()) {
      var same = unchanged.get().state().lookedAtAs(wanted);
      if (!same.equals(unchanged.get().state())) {
        write(key, same, before);
      }
      return new Outcome(key, same, made);
    }
    var next = made.map(it -> next(key, wanted, it)).orElse(wanted.without(Progress.WAITING_TEXT));
    write(key, next, before);
    return new Outcome(key, next, made);
  }

  /** Whether the same would come of it again. */
  private static boolean isOf(Optional<Revision> revision, Video video, Optional<Made> made) {
    var next = made.flatMap(Made::revision);
    return revision
        .filter(it -> it.video().equals(Facts.of(video)))
        .filter(it -> next.isEmpty() || next.get().aligner().equals(it.aligner()))
        .isPresent();
  }

  private TranscriptState next(TranscriptKey key, TranscriptState wanted, Made made) {
    if (made.revision().isEmpty()) {
      EmfCount.print("TranscriptMismatches", Map.of());
      return wanted.without(Progress.MISMATCH);
    }
    var numbered = made.revision().get().numbered(wanted.last() + 1);
    var name = transcripts.keepRevision(key, numbered);
    EmfCount.print("RevisionsMade", Map.of());
    if (numbered.source().isPresent()) {
      EmfCount.printValue("ShareHeard", made.sharePerMille() / PER_MILLE_OF_A_PERCENT, "Percent");
    }
    var progress = numbered.source().isPresent() ? Progress.ALIGNED : Progress.TEXT_ONLY;
    return wanted.made(progress, new TranscriptState.Kept(numbered.number(), name));
  }

  private void write(TranscriptKey key, TranscriptState next, Optional<Stored> before) {
    if (!transcripts.write(key, next, before)) {
      // The answer to our own write may have been lost, and the SDK made it again.
      var now = transcripts.find(key).map(Stored::state);
      if (!now.equals(Optional.of(next))) {
        throw EntityTags.stale(now.map(TranscriptState::version).orElse(0L));
      }
    }
  }
}
