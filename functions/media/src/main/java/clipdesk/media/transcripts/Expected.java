package clipdesk.media.transcripts;

import clipdesk.media.transcripts.Transcripts.Stored;
import java.util.Optional;

/** What an editor believes to stand there. */
interface Expected {
  /**
   * @return the same, also one whose transcript was deleted
   * @throws clipdesk.common.problem.ProblemException {@code precondition-failed} or {@code
   *     precondition-required} unless it is what they believe
   */
  Optional<Stored> of(Optional<Stored> stored);
}
