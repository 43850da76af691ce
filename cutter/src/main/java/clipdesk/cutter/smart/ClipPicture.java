package clipdesk.cutter.smart;

import clipdesk.cutter.mp4.ClipTrack;
import clipdesk.cutter.output.SampleRewriter;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.report.CutMethod;
import java.util.Optional;

/**
 * The clip's video track and how it came about.
 *
 * @param rewriter of copied samples, where they cannot stay as they are
 * @param decoded how many of the copied pictures were decoded
 */
record ClipPicture(
    ClipTrack track,
    CutMethod method,
    Optional<FallbackReason> reason,
    Optional<SampleRewriter> rewriter,
    int decoded) {

  /** Of samples that stay as they are, cut by the first choice. */
  static ClipPicture plain(ClipTrack track, CutMethod method, int decoded) {
    return new ClipPicture(track, method, Optional.empty(), Optional.empty(), decoded);
  }
}
