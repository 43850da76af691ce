package clipdesk.media.catalogue;

import clipdesk.contracts.catalogue.Video;
import java.time.Instant;

/**
 * The ingest's side of the catalogue: one writer of a row at a time. An owner is whoever took the
 * lease of a video, under a name that nobody else has.
 */
public interface VideoRows {
  /**
   * Takes the lease of a video, whether it has a row yet or not.
   *
   * @return false while another owner holds it
   */
  boolean lease(String videoId, String owner, Instant now, Instant until);

  /**
   * Writes the row of a video; the same content twice gives the same row.
   *
   * @param sourceVersionId of the description it was made from
   * @throws LostLeaseException if somebody else owns it by now
   */
  void put(Video video, String sourceVersionId, String owner);

  /** Gives the lease back; no matter if it is somebody else's by now. */
  void release(String videoId, String owner);

  /** A lease ran out before its owner was done; who took it over will finish the work. */
  final class LostLeaseException extends RuntimeException {
    public LostLeaseException(String videoId) {
      super("The lease of " + videoId + " went to another ingest");
    }
  }
}
