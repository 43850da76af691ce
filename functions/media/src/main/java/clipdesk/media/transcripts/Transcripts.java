package clipdesk.media.transcripts;

import clipdesk.transcript.revision.Revision;
import java.util.Optional;

/** Where transcripts are kept. What is kept under a name never changes. */
public interface Transcripts {
  /** A state and what the store calls this writing of it. */
  record Stored(TranscriptState state, String tag) {}

  /**
   * A state and the revision that readers have.
   *
   * @param revision empty also if it cannot be read
   */
  record Standing(TranscriptState state, Optional<Revision> revision) {}

  /** One that cannot be read is as good as {@link TranscriptState#NONE}, to be written over. */
  Optional<Stored> find(TranscriptKey key);

  /** The same with the revision that it names last, of one read. */
  Optional<Standing> current(TranscriptKey key);

  /**
   * Writes a state in place of the one that was read.
   *
   * @param before what was read, if there was one
   * @return false, and nothing is written, if somebody else was quicker
   */
  boolean write(TranscriptKey key, TranscriptState state, Optional<Stored> before);

  /**
   * Keeps what an editor brought.
   *
   * @return its name
   */
  String keepSource(TranscriptKey key, byte[] content);

  /**
   * @throws MissingPartException if there is nothing of this name, which no call here takes away
   */
  byte[] source(TranscriptKey key, String name);

  /**
   * Keeps a revision.
   *
   * @return its name
   */
  String keepRevision(TranscriptKey key, Revision revision);

  /** Empty also if it cannot be read. */
  Optional<Revision> revision(TranscriptKey key, String name);

  /** One that a state names, which is read only if it has not come with the state. */
  default Optional<Revision> revision(
      TranscriptKey key, Standing standing, TranscriptState.Kept kept) {
    return standing.state().current().equals(Optional.of(kept))
        ? standing.revision()
        : revision(key, kept.name());
  }

  /** Something that a state names is not there. */
  final class MissingPartException extends RuntimeException {
    MissingPartException(TranscriptKey key, String name) {
      super("%s of %s in %s is missing".formatted(name, key.videoId(), key.language()));
    }
  }
}
