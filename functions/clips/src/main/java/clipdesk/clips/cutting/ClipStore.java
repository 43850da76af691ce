package clipdesk.clips.cutting;

import clipdesk.contracts.catalogue.StoredObject;
import clipdesk.contracts.clips.ClipReport;
import clipdesk.contracts.clips.ClipRequest;
import clipdesk.contracts.clips.ClipStatus;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.ClipSink;
import java.time.Instant;
import java.util.Optional;

/** The clips bucket and the masters, as the cutter's use case sees them. */
interface ClipStore {
  /** The text of a request object; empty if it is gone. */
  Optional<String> request(String clipId);

  /** Whether a clip has a report that can be read. */
  boolean published(String clipId);

  /** The status now, with the tag that the next write must name. */
  Optional<TaggedStatus> status(String clipId);

  /**
   * Writes the status if it is still the one with this tag, or if there is none where the tag is
   * empty.
   *
   * @return the new tag; empty if somebody else was faster
   */
  Optional<String> putStatus(String clipId, ClipStatus status, Optional<String> tag);

  ByteSource master(StoredObject version);

  /** What the ingest wrote down for cuts of this master; empty if there is nothing. */
  Optional<ByteSource> index(ClipRequest request);

  /** Takes away a clip that a dead worker published without its report. */
  void discard(String clipId);

  ClipSink clip(String clipId, StoredObject version);

  /** Writes the report, whose presence means that the clip is published. */
  void putReport(ClipReport report);

  /**
   * A status as read, with its tag.
   *
   * @param status empty if it cannot be read
   */
  record TaggedStatus(Optional<ClipStatus> status, String tag) {
    /**
     * Whether an invocation may take the claim over from this status: nobody holds it any more, or
     * its holder is silent, or bears the very name of the invocation and so is dead, because the
     * runtime tries it again. By a status that cannot be read nobody holds a claim.
     */
    boolean yieldsTo(ClipRequest request, String invocation, Instant now) {
      return status.map(it -> yieldsTo(it, request, invocation, now)).orElse(true);
    }

    private static boolean yieldsTo(
        ClipStatus status, ClipRequest request, String invocation, Instant now) {
      return status
          .failure()
          .map(it -> it.retryable() || status.attempt() < request.attempt())
          .orElseGet(
              () ->
                  status.worker().equals(invocation)
                      || !now.isBefore(status.updatedAt().plus(Claim.SILENT_AFTER)));
    }
  }
}
