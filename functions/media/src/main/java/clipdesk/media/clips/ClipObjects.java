package clipdesk.media.clips;

import clipdesk.contracts.catalogue.StoredObject;
import clipdesk.contracts.clips.ClipReport;
import clipdesk.contracts.clips.ClipStatus;
import java.time.Instant;
import java.util.Optional;

/** The objects of a clip in the clips bucket. */
interface ClipObjects {
  /** What there is of a clip, read all at once. */
  Found find(ClipId id);

  /**
   * Writes a request object if there is none.
   *
   * @return false if there is one, or another caller is writing it right now
   */
  boolean ask(AskedClip request, Instant now);

  /**
   * Writes the request anew with the next attempt, if it is still the one that was read.
   *
   * @param request of the same clip, from the master as it lies there now
   * @return false if it is another by now
   */
  boolean askAgain(Stored previous, AskedClip request, Instant now);

  /**
   * A request as stored, with the tag that a rewrite must name.
   *
   * @param readable what is asked for; empty if that cannot be read
   * @param firstAttempt the one with which its master was first asked for
   */
  record Stored(
      Optional<AskedClip> readable,
      long attempt,
      long firstAttempt,
      String tag,
      Instant writtenAt) {
    /** The next attempt is greater than any that a cutter has told of. */
    static Stored unreadable(Optional<ClipStatus> status, String tag, Instant writtenAt) {
      long attempt = status.map(ClipStatus::attempt).orElse(1L);
      return new Stored(Optional.empty(), attempt, attempt, tag, writtenAt);
    }

    /** How often this very master was tried. */
    long tries() {
      return attempt - firstAttempt + 1;
    }

    /** The first attempt of the request that follows this one. */
    long firstAttemptOf(AskedClip next) {
      return isFrom(next.master()) ? firstAttempt : attempt + 1;
    }

    boolean isFrom(StoredObject master) {
      return readable.filter(it -> it.master().equals(master)).isPresent();
    }
  }

  /**
   * The three objects of a clip. A status or report that cannot be read counts as none: the next
   * attempt writes it anew.
   *
   * @param report present if the clip is published
   */
  record Found(Optional<Stored> request, Optional<ClipStatus> status, Optional<ClipReport> report) {
    static final Found NOTHING = new Found(Optional.empty(), Optional.empty(), Optional.empty());

    /** What is asked for, if that can be read. */
    Optional<AskedClip> asked() {
      return request.flatMap(Stored::readable);
    }
  }
}
