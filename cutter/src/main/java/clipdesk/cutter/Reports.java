package clipdesk.cutter;

import clipdesk.cutter.io.CountingSource;
import clipdesk.cutter.io.StoredClip;
import clipdesk.cutter.reencode.Reencoder;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import clipdesk.cutter.report.CutClock;
import clipdesk.cutter.report.CutMethod;
import clipdesk.cutter.report.CutReport;
import clipdesk.cutter.report.CutReport.OutputKind;
import clipdesk.cutter.smart.SmartCut;
import java.util.Optional;

/** Puts the reports of finished cuts together. */
final class Reports {
  private Reports() {}

  static CutReport smart(
      CutRequest request,
      SmartCut.Done done,
      StoredClip stored,
      CountingSource master,
      CutClock clock) {
    var delivery = done.delivery();
    return new CutReport(
        request.range(),
        done.in(),
        done.out(),
        done.frames(),
        done.method(),
        done.reason(),
        Optional.empty(),
        output(delivery.kind(), stored),
        done.audio(),
        done.dropped(),
        source(master),
        new CutReport.Io(
            master.reads(),
            master.bytesRead(),
            delivery.bytesSent(),
            delivery.bytesCopied(),
            delivery.unreferencedBytes()),
        clock.timings());
  }

  static CutReport reencoded(
      CutRequest request,
      Reencoder.Done done,
      StoredClip stored,
      CountingSource master,
      CutClock clock,
      UnsupportedMasterException why) {
    return new CutReport(
        request.range(),
        done.in(),
        done.out(),
        new CutReport.Frames(done.frames(), 0, 0, done.frames(), 0),
        CutMethod.REENCODE,
        Optional.of(why.reason()),
        why.copyable(),
        output(OutputKind.STREAMING, stored),
        done.audio(),
        done.dropped(),
        source(master),
        new CutReport.Io(master.reads(), master.bytesRead(), stored.sizeBytes(), 0, 0),
        clock.timings());
  }

  /** Of one part nobody can say how it would have come about in several. */
  private static CutReport.Output output(OutputKind kind, StoredClip stored) {
    return new CutReport.Output(stored.parts() == 1 ? OutputKind.SINGLE : kind, stored);
  }

  private static CutReport.Source source(CountingSource master) {
    return new CutReport.Source(master.identity(), master.sizeBytes());
  }
}
