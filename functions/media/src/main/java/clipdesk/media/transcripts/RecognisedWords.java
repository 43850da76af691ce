package clipdesk.media.transcripts;

import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import clipdesk.contracts.catalogue.Video;
import clipdesk.media.transcripts.Seen.Refusal;
import clipdesk.media.transcripts.Transcripts.Stored;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What comes of a recognition, in the transcript that it was for. */
public final class RecognisedWords {
  /** Editors write at the same time, each once in a while. */
  private static final int ROUNDS = 5;

  private final Transcripts transcripts;
  private final EditTranscript editTranscript;
  private final InstantSource clock;

  public RecognisedWords(Transcripts transcripts, Activities activities, InstantSource clock) {
    this.transcripts = transcripts;
    this.editTranscript = new EditTranscript(transcripts, activities, clock);
    this.clock = clock;
  }

  /** Whether nobody brought words of this master, and recognition did not fail. */
  public boolean areWanted(TranscriptKey key, Video video) {
    return lack(transcripts.find(key), video);
  }

  private static boolean lack(Optional<Stored> stored, Video video) {
    return stored.map(Stored::state).orElse(TranscriptState.NONE).lacksWords(video);
  }

  /**
   * Takes them, unless somebody brought some meanwhile.
   *
   * @param source what heard them, as readers are told
   * @return why they cannot be read, if that is so: of a sound in which nobody speaks there are
   *     none
   */
  public Optional<String> take(TranscriptKey key, Video video, byte[] content, String source) {
    try {
      inRounds(
          key,
          video,
          () -> editTranscript.putRecognised(key, video, lacking(video), content, source));
      return Optional.empty();
    } catch (ProblemException e) {
      if (e.type() != ProblemType.VALIDATION) {
        throw e;
      }
      return Optional.of(Refusal.of(e).detail());
    }
  }

  /** Notes for editors why there are none. */
  public void refuse(TranscriptKey key, Video video, String reason) {
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    var seen =
        new Seen(
            now,
            Optional.of(video.masterVersion()),
            Optional.of(new Refusal("recognition-failed", reason)));
    inRounds(key, video, () -> editTranscript.refuse(key, Brought.RECOGNITION, seen));
  }

  private static Expected lacking(Video video) {
    return stored -> {
      if (!lack(stored, video)) {
        throw new ProblemException(ProblemType.PRECONDITION_FAILED);
      }
      return stored;
    };
  }

  private void inRounds(TranscriptKey key, Video video, Runnable write) {
    for (var round = 0; round < ROUNDS && areWanted(key, video); round++) {
      try {
        write.run();
        return;
      } catch (ProblemException e) {
        if (e.type() != ProblemType.PRECONDITION_FAILED) {
          throw e;
        }
      }
    }
    if (areWanted(key, video)) {
      throw new IllegalStateException("Others always write the transcript first");
    }
  }
}
