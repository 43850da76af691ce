package clipdesk.cutter;

import clipdesk.cutter.frames.FrameRange;
import java.time.Duration;
import java.util.Set;

/**
 * One range of one master.
 *
 * @param range frames wanted, in presentation order
 * @param tracks ids of the video and audio tracks to keep ({@code v1}, {@code a1}); empty keeps
 *     all. Timecode and text tracks are always kept
 * @param timeLimit what the whole cut may take; bounds a re-encode before it starts
 * @param method which methods may be used
 * @param unreferencedBytesAllowed whether the clip may carry bytes of the master around the range
 *     that no track shows; an embargoed master must say no
 * @param metadataWhole whether the clip may say where and with which device the master was recorded
 */
public record CutRequest(
    FrameRange range,
    Set<String> tracks,
    Duration timeLimit,
    MethodChoice method,
    boolean unreferencedBytesAllowed,
    boolean metadataWhole) {

  /** Which methods a cut may use. */
  public enum MethodChoice {
    /** The first that fits, down to a full re-encode. */
    AUTOMATIC,
    /** Copy with encoded edges only; what does not fit is refused. */
    SMART_ONLY,
    /** A full re-encode. */
    REENCODE_ONLY
  }

  public CutRequest {
    tracks = Set.copyOf(tracks);
    if (timeLimit.isNegative() || timeLimit.isZero()) {
      throw new IllegalArgumentException("Time limit " + timeLimit + " is not positive");
    }
  }

  /** Without private metadata. */
  public CutRequest(
      FrameRange range,
      Set<String> tracks,
      Duration timeLimit,
      MethodChoice method,
      boolean unreferencedBytesAllowed) {
    this(range, tracks, timeLimit, method, unreferencedBytesAllowed, /* metadataWhole= */ false);
  }

  /** All tracks, any method, 14 minutes. */
  public static CutRequest of(FrameRange range) {
    return new CutRequest(range, Set.of(), Duration.ofMinutes(14), MethodChoice.AUTOMATIC, true);
  }

  public CutRequest withMethod(MethodChoice choice) {
    return new CutRequest(
        range, tracks, timeLimit, choice, unreferencedBytesAllowed, metadataWhole);
  }

  public CutRequest withTracks(Set<String> ids) {
    return new CutRequest(range, ids, timeLimit, method, unreferencedBytesAllowed, metadataWhole);
  }
}
