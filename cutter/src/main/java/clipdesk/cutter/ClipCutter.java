package clipdesk.cutter;

import clipdesk.cutter.CutRequest.MethodChoice;
import clipdesk.cutter.index.Mp4Index;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.ClipSink;
import clipdesk.cutter.io.CountingSource;
import java.io.IOException;
import java.time.Duration;
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
   * Reads the master's own index and cuts. A master without a readable index is re-encoded.
   *
   * @see #cut(CutRequest, MasterIndex, ByteSource, ClipSink, ProgressListener)
   */
  public CutReport cut(
      CutRequest request, ByteSource master, ClipSink sink, ProgressListener listener)
      throws IOException {
    var counted = new CountingSource(master);
    var clock = new CutClock(listener);
    MasterIndex index;
    try {
      index = MasterIndexReader.read(counted);
    } catch (UnsupportedMasterException unsupported) {
      return reencode(request, Optional.empty(), counted, sink, clock, listener, unsupported);
    }
    return cut(request, index, counted, sink, clock, listener);
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
    return cut(request, index, new CountingSource(master), sink, new CutClock(listener), listener);
  }

  private CutReport cut(
      CutRequest request,
      MasterIndex index,
      CountingSource master,
      ClipSink sink,
      CutClock clock,
      ProgressListener listener)
      throws IOException {
    if (request.range().out() > index.frames()) {
      throw new RangeOutsideMasterException(request.range(), index.frames());
    }
    var known = Optional.of((Mp4Index) index);
    if (request.method() == MethodChoice.REENCODE_ONLY) {
      var asked =
          new UnsupportedMasterException(FallbackReason.REQUESTED, "only a re-encode is allowed");
      return reencode(request, known, master, sink, clock, listener, asked);
    }
    try {
      var result = new SmartCut(request, known.get(), master, sink, clock).run();
      var stored = sink.finish();
      return Reports.smart(request, known.get(), result, stored, master, clock);
    } catch (ArithmeticException overflow) {
      throw MalformedMasterException.overflow(overflow);
    } catch (UnsupportedMasterException unsupported) {
      return fallBack(request, known, master, sink, clock, listener, unsupported);
    } catch (VerificationFailedException wrong) {
      if (request.method() == MethodChoice.SMART_ONLY) {
        throw wrong;
      }
      var failed = new UnsupportedMasterException(FallbackReason.VERIFY_FAILED, wrong.getMessage());
      return fallBack(request, known, master, sink, clock, listener, failed);
    }
  }

  private CutReport fallBack(
      CutRequest request,
      Optional<Mp4Index> index,
      CountingSource master,
      ClipSink sink,
      CutClock clock,
      ProgressListener listener,
      UnsupportedMasterException why)
      throws IOException {
    sink.abort();
    return reencode(request, index, master, sink, clock, listener, why);
  }

  private CutReport reencode(
      CutRequest request,
      Optional<Mp4Index> index,
      CountingSource master,
      ClipSink sink,
      CutClock clock,
      ProgressListener listener,
      UnsupportedMasterException why)
      throws IOException {
    if (request.method() == MethodChoice.SMART_ONLY) {
      throw why;
    }
    clock.enter(CutPhase.ENCODING_EDGES, 0);
    Duration left = request.timeLimit().minus(clock.sinceStart());
    var job = new Reencoder.Job(request.range(), request.tracks(), left);
    var done = reencoder.reencode(job, master, sink, listener);
    clock.enter(CutPhase.FINISHING, 95);
    if (done.frames() != request.range().frames()) {
      throw new VerificationFailedException(
          "%d frames were re-encoded, %d asked for"
              .formatted(done.frames(), request.range().frames()));
    }
    var stored = sink.finish();
    return Reports.reencoded(request, index, done, stored, master, clock, why);
  }
}
