package clipdesk.clips.cutting;

import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.ClipSink;
import java.time.Instant;
import java.util.Map;
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

  ByteSource master(ClipRequest.MasterVersion version);

  /** What the ingest wrote down for cuts of this master; empty if there is nothing. */
  Optional<ByteSource> index(ClipRequest request);

  /** Takes away a clip that a dead worker published without its report. */
  void discard(String clipId);

  ClipSink clip(String clipId, ClipRequest.MasterVersion version);

  /** Writes the report, whose presence means that the clip is published. */
  void putReport(String clipId, Map<String, Object> report);

  /**
   * A status as read, with its tag.
   *
   * @param status empty if it cannot be read
   */
  record TaggedStatus(Optional<ClipStatus> status, String tag) {
    /** Nobody holds a claim by a status that cannot be read. */
    boolean yieldsTo(ClipRequest request, String invocation, Instant now) {
      return status.map(it -> it.yieldsTo(request, invocation, now)).orElse(true);
    }
  }
}
