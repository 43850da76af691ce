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
 */
record ClipPicture(
    ClipTrack track,
    CutMethod method,
    Optional<FallbackReason> reason,
    Optional<SampleRewriter> rewriter) {

  /** Of samples that stay as they are, cut by the first choice. */
  static ClipPicture plain(ClipTrack track, CutMethod method) {
    return new ClipPicture(track, method, Optional.empty(), Optional.empty());
  }
}
