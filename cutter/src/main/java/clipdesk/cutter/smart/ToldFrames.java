package clipdesk.cutter.smart;

import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.plan.FrameTimeline;
import clipdesk.cutter.plan.VideoPlan;
import clipdesk.cutter.report.CutReport;
import clipdesk.cutter.report.CutReport.Position;
import java.util.Optional;

/**
 * What is told of a clip's frames: when each is shown, how each came about, where the clip lies.
 */
record ToldFrames(FrameRange range, FrameTimeline timeline, VideoPlan plan, long timescale) {
  /** In ticks of the video track, from the clip's first frame on. */
  long[] times() {
    var times = new long[Math.toIntExact(range.frames())];
    for (int i = 0; i < times.length; i++) {
      times[i] = timeline.pts(range.in() + i) - plan.inPts();
    }
    return times;
  }

  /**
   * @param decoded how many of the copied pictures were decoded
   */
  CutReport.Frames frames(int decoded) {
    return new CutReport.Frames(
        range.frames(),
        plan.copiedFrames(),
        decoded,
        plan.head().map(VideoPlan.Edge::frames).orElse(0),
        plan.tail().map(VideoPlan.Edge::frames).orElse(0));
  }

  /** Frame 0 is at 0 ms, whatever the master's edit list puts before it. */
  Position position(long frame, Optional<String> timecode) {
    double ticks = timeline.pts(frame) - timeline.pts(0);
    double micros = Math.rint(ticks * 1_000_000 / timescale);
    return new Position(micros / 1000, frame, timecode);
  }
}
