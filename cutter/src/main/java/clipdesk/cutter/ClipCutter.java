package clipdesk.cutter;

import clipdesk.cutter.CutRequest.MethodChoice;
import clipdesk.cutter.codec.NativeCalls;
import clipdesk.cutter.frames.RangeOutsideMasterException;
import clipdesk.cutter.index.MasterIndex;
import clipdesk.cutter.index.MasterIndexReader;
import clipdesk.cutter.index.PictureTimes;
import clipdesk.cutter.index.SampleIndex;
import clipdesk.cutter.index.StaleIndexException;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.ClipSink;
import clipdesk.cutter.io.CountingSource;
import clipdesk.cutter.reencode.Reencoder;
import clipdesk.cutter.refusals.CodecHungException;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.ReencodeTooLongException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import clipdesk.cutter.refusals.VerificationFailedException;
import clipdesk.cutter.report.CutClock;
import clipdesk.cutter.report.CutPhase;
import clipdesk.cutter.report.CutReport;
import clipdesk.cutter.report.ProgressListener;
import clipdesk.cutter.smart.SmartCut;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Cuts one exact range out of a master, by the best method that fits. Safe for use by several
 * threads; one cut uses a few threads of its own.
 */
public final class ClipCutter {
  private final Reencoder reencoder;
  private final Supplier<NativeCalls> watchdogs;

  public ClipCutter(Reencoder reencoder) {
    this(reencoder, NativeCalls::new);
  }

  /**
   * @param watchdogs one for each cut
   */
  ClipCutter(Reencoder reencoder, Supplier<NativeCalls> watchdogs) {
    this.reencoder = reencoder;
    this.watchdogs = watchdogs;
  }

  /**
   * Reads the master's own index and cuts. A master without a readable index is re-encoded.
   *
   * @see #cut(CutRequest, MasterIndex, ByteSource, ClipSink, ProgressListener)
   */
  public CutReport cut(
      CutRequest request, ByteSource master, ClipSink sink, ProgressListener listener)
      throws IOException {
    return watchdogs.get().lookAfter(() -> cut(Run.of(request, master, sink, listener)));
  }

  private CutReport cut(Run run) throws IOException {
    MasterIndex index;
    try {
      index = MasterIndexReader.read(run.master);
    } catch (UnsupportedMasterException unsupported) {
      return reencode(run, Optional.empty(), unsupported);
    }
    return cut(run, index);
  }

  /**
   * Re-encodes a range of a master that is known to have no readable index.
   *
   * @param why as {@link MasterIndexReader} said it
   * @see #cut(CutRequest, MasterIndex, ByteSource, ClipSink, ProgressListener)
   */
  public CutReport cut(
      CutRequest request,
      UnsupportedMasterException why,
      ByteSource master,
      ClipSink sink,
      ProgressListener listener)
      throws IOException {
    var run = Run.of(request, master, sink, listener);
    return watchdogs.get().lookAfter(() -> reencode(run, Optional.empty(), why));
  }

  /**
   * Cuts and publishes. The clip is visible under its final name exactly when this returns; the
   * caller closes the sink in any case.
   *
   * @param index of this master, for several cuts in a row read only once. A kept one that turns
   *     out to be damaged is left aside, and the master's own is read
   * @throws RangeOutsideMasterException if the master has fewer frames
   * @throws MalformedMasterException if the master contradicts itself
   * @throws UnsupportedMasterException if no allowed method takes the master
   * @throws ReencodeTooLongException if only a re-encode is left and it does not fit the time limit
   * @throws CodecHungException if a decoder, an encoder or a demuxer stands still
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
    try {
      var run = Run.of(request, master, sink, listener);
      return watchdogs.get().lookAfter(() -> cut(run, index));
    } catch (StaleIndexException damaged) {
      sink.abort();
      return cut(request, master, sink, listener);
    }
  }

  /** What one cut works with, by whatever method. */
  private record Run(
      CutRequest request,
      CountingSource master,
      ClipSink sink,
      CutClock clock,
      ProgressListener listener) {
    static Run of(CutRequest request, ByteSource master, ClipSink sink, ProgressListener listener) {
      return new Run(request, new CountingSource(master), sink, new CutClock(listener), listener);
    }
  }

  private CutReport cut(Run run, MasterIndex index) throws IOException {
    var request = run.request;
    if (request.range().out() > index.frames()) {
      throw new RangeOutsideMasterException(request.range(), index.frames());
    }
    var known = request.metadataWhole() ? index.withMetadataWhole() : index;
    var samples = known.samplesOf(run.master);
    PictureTimes.requireKnown(known, request.range(), samples);
    if (request.method() == MethodChoice.REENCODE_ONLY) {
      var asked =
          new UnsupportedMasterException(FallbackReason.REQUESTED, "only a re-encode is allowed");
      return reencode(run, Optional.of(known), asked);
    }
    try {
      var done = new SmartCut(job(request, known), samples, run.sink, run.clock).run();
      var stored = run.sink.finish(done.delivery().sizeBytes());
      return Reports.smart(request, done, stored, run.master, run.clock);
    } catch (ArithmeticException overflow) {
      throw MalformedMasterException.overflow(overflow);
    } catch (UnsupportedMasterException unsupported) {
      return fallBack(run, known, unsupported);
    } catch (VerificationFailedException wrong) {
      if (request.method() == MethodChoice.SMART_ONLY) {
        throw wrong;
      }
      var failed = new UnsupportedMasterException(FallbackReason.VERIFY_FAILED, wrong.getMessage());
      return fallBack(run, known, failed);
    }
  }

  private static SmartCut.Job job(CutRequest request, MasterIndex index) {
    return new SmartCut.Job(
        request.range(),
        index,
        request.tracks(),
        request.timeLimit(),
        request.unreferencedBytesAllowed());
  }

  private CutReport fallBack(Run run, MasterIndex index, UnsupportedMasterException why)
      throws IOException {
    run.sink.abort();
    return reencode(run, Optional.of(index), why);
  }

  private CutReport reencode(Run run, Optional<SampleIndex> index, UnsupportedMasterException why)
      throws IOException {
    var request = run.request;
    // Decoded without its key, an encrypted master is noise.
    if (request.method() == MethodChoice.SMART_ONLY || why.reason().isFinal()) {
      throw why;
    }
    run.clock.enter(CutPhase.ENCODING_EDGES, 0);
    Duration left = request.timeLimit().minus(run.clock.sinceStart());
    var asDemuxed = index.filter(known -> !known.movie().isForeign() && !hasPieces(known));
    var job = new Reencoder.Job(request.range(), asDemuxed, request.tracks(), left);
    var done = reencode(run, job, why);
    run.clock.enter(CutPhase.FINISHING, 95);
    if (done.frames() != request.range().frames()) {
      throw new VerificationFailedException(
          "%d frames were re-encoded, %d asked for"
              .formatted(done.frames(), request.range().frames()));
    }
    var stored = run.sink.finish(done.sizeBytes());
    return Reports.reencoded(request, done, stored, run.master, run.clock, why);
  }

  /** Pieces of sound are put together by the demuxer, which is asked where there is no index. */
  private static boolean hasPieces(SampleIndex index) {
    return index.movie().tracks().stream().anyMatch(track -> track.edit().hasSeveral());
  }

  /** A failure keeps why the better methods were given up. */
  private Reencoder.Done reencode(Run run, Reencoder.Job job, UnsupportedMasterException why)
      throws IOException {
    try {
      return reencoder.reencode(job, run.master, run.sink, run.listener);
    } catch (IOException | RuntimeException e) {
      e.addSuppressed(why);
      throw e;
    }
  }
}
