package clipdesk.cutter;

import clipdesk.cutter.index.SampleIndex;
import clipdesk.cutter.io.CountingSource;
import clipdesk.cutter.io.StoredClip;
import clipdesk.cutter.plan.VideoPlan;
import clipdesk.cutter.reencode.Reencoder;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import clipdesk.cutter.report.CutClock;
import clipdesk.cutter.report.CutMethod;
import clipdesk.cutter.report.CutReport;
import clipdesk.cutter.report.CutReport.OutputKind;
import clipdesk.cutter.report.CutReport.Position;
import java.util.Optional;

/** Puts the reports of finished cuts together. */
final class Reports {
  private Reports() {}

  static CutReport smart(
      CutRequest request,
      SampleIndex index,
      SmartCut.Result result,
      StoredClip stored,
      CountingSource master,
      CutClock clock) {
    var delivery = result.delivery();
    var kind = stored.parts() == 1 ? OutputKind.SINGLE : delivery.kind();
    var range = request.range();
    var plan = result.plan();
    return new CutReport(
        range,
        position(index, range.in(), result.others().startTimecode()),
        position(index, range.out(), result.others().endTimecode()),
        frames(request, plan),
        result.method(),
        result.reason(),
        "",
        new CutReport.Output(kind, stored),
        result.others().audio(),
        result.others().dropped(),
        source(master),
        new CutReport.Io(
            master.reads(),
            master.bytesRead(),
            delivery.bytesSent(),
            delivery.bytesCopied(),
            delivery.unreferencedBytes()),
        clock.timings());
  }

  private static CutReport.Frames frames(CutRequest request, VideoPlan plan) {
    return new CutReport.Frames(
        request.range().frames(),
        plan.copiedFrames(),
        plan.head().map(VideoPlan.Edge::frames).orElse(0),
        plan.tail().map(VideoPlan.Edge::frames).orElse(0));
  }

  static CutReport reencoded(
      CutRequest request,
      Reencoder.Done done,
      StoredClip stored,
      CountingSource master,
      CutClock clock,
      UnsupportedMasterException why) {
    var kind = stored.parts() == 1 ? OutputKind.SINGLE : OutputKind.STREAMING;
    return new CutReport(
        request.range(),
        done.in(),
        done.out(),
        new CutReport.Frames(done.frames(), 0, done.frames(), 0),
        CutMethod.REENCODE,
        Optional.of(why.reason()),
        why.getMessage(),
        new CutReport.Output(kind, stored),
        done.audio(),
        done.dropped(),
        source(master),
        new CutReport.Io(master.reads(), master.bytesRead(), stored.sizeBytes(), 0, 0),
        clock.timings());
  }

  private static CutReport.Source source(CountingSource master) {
    return new CutReport.Source(master.identity(), master.sizeBytes());
  }

  /** Frame 0 is at 0 ms, whatever the master's edit list puts before it. */
  private static Position position(SampleIndex index, long frame, Optional<String> timecode) {
    var timeline = index.timeline();
    double ticks = timeline.pts(frame) - timeline.pts(0);
    double micros = Math.rint(ticks * 1_000_000 / index.video().timescale());
    return new Position(micros / 1000, frame, timecode);
  }
}
