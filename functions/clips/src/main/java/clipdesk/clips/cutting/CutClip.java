package clipdesk.clips.cutting;

import clipdesk.common.aws.SourceChangedException;
import clipdesk.common.json.UnreadableException;
import clipdesk.contracts.clips.ClipReport;
import clipdesk.contracts.clips.ClipRequest;
import clipdesk.contracts.clips.ClipStatus;
import clipdesk.cutter.ClipCutter;
import clipdesk.cutter.CutRequest;
import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.frames.RangeOutsideMasterException;
import clipdesk.cutter.refusals.CodecHungException;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.ReencodeTooLongException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import clipdesk.cutter.refusals.VerificationFailedException;
import clipdesk.cutter.report.CutReport;
import clipdesk.cutter.report.ReportMembers;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cuts what a request asks for, once: the same event twice, or two events at the same time, make
 * one clip. What cannot be cut is told in the status; what may work another time is thrown, so that
 * the runtime tries again and the dead letters keep it at last.
 */
final class CutClip {
  private static final Logger LOG = LoggerFactory.getLogger(CutClip.class);

  private final ClipStore store;
  private final LastIndex indexes;
  private final ClipCutter cutter;
  private final InstantSource clock;

  CutClip(ClipStore store, ClipCutter cutter, InstantSource clock) {
    this.store = store;
    this.indexes = new LastIndex(store);
    this.cutter = cutter;
    this.clock = clock;
  }

  /**
   * @param invocation names this run of the function; its repetition by the runtime has the same
   * @param timeLeft what the function may still take
   * @throws BadClipRequestException if the object is no request of the portal
   * @throws IOException if S3 fails for good
   */
  void cut(String clipId, String invocation, Duration timeLeft) throws IOException {
    var text = store.request(clipId);
    if (text.isEmpty()) {
      LOG.info("Clip request {} is gone: nothing to do", clipId);
      return;
    }
    var request = request(clipId, text.get());
    if (store.published(clipId)) {
      LOG.info("Clip {} is there already", clipId);
      return;
    }
    var claim = Claim.take(store, request, invocation, clock);
    if (claim.isPresent() && claim.get().takenOver() && store.published(clipId)) {
      LOG.info("Clip {} was finished by its former worker", clipId);
    } else if (claim.isPresent()) {
      cut(request, claim.get(), timeLeft);
      // Parts and stretches of the master are large and short-lived; the collector would rather let
      // the heap grow with every clip of a warm function than look for them.
      System.gc();
    } else {
      LOG.info("Clip {} is being cut by another worker, or has failed for good", clipId);
    }
  }

  private static ClipRequest request(String clipId, String text) {
    try {
      return ClipRequest.read(clipId, text);
    } catch (UnreadableException e) {
      throw new BadClipRequestException(clipId, e.getMessage());
    }
  }

  private void cut(ClipRequest request, Claim claim, Duration timeLeft) throws IOException {
    try (var _ = new Heartbeat(claim, ClipStatus.HEARTBEAT)) {
      var report = run(request, claim, timeLeft);
      claim.confirm();
      store.putReport(published(request, report));
      CutMetrics.cut(report);
    } catch (LostClaimException e) {
      LOG.warn("Clip {}: another worker has taken over", request.clipId());
    } catch (SourceChangedException e) {
      fail(claim, "source-changed", /* retryable= */ false, e);
    } catch (UnsupportedMasterException | MalformedMasterException | CodecHungException e) {
      fail(claim, "unsupported-source", /* retryable= */ false, e);
    } catch (RangeOutsideMasterException | ReencodeTooLongException e) {
      fail(claim, "limits", /* retryable= */ false, e);
    } catch (VerificationFailedException e) {
      fail(claim, "accuracy", /* retryable= */ true, e);
    } catch (IOException | RuntimeException e) {
      fail(claim, "internal", /* retryable= */ true, e);
      throw e;
    }
  }

  private CutReport run(ClipRequest request, Claim claim, Duration timeLeft) throws IOException {
    if (claim.takenOver()) {
      store.discard(request.clipId());
    }
    var cut =
        new CutRequest(
            new FrameRange(request.inFrame(), request.outFrame()),
            Set.copyOf(request.tracks()),
            timeLeft,
            CutRequest.MethodChoice.AUTOMATIC,
            /* unreferencedBytesAllowed= */ true);
    var index = indexes.of(request);
    try (var master = store.master(request.source());
        var clip = store.clip(request.clipId(), request.source())) {
      return index.isPresent()
          ? cutter.cut(cut, index.get(), master, clip, claim::progress)
          : cutter.cut(cut, master, clip, claim::progress);
    }
  }

  private static ClipReport published(ClipRequest request, CutReport report) {
    var stored = report.output().stored();
    var file = new ClipReport.ClipFile(stored.sizeBytes(), stored.etag().orElseThrow());
    return new ClipReport(request.clipId(), file, ReportMembers.of(report), request.source());
  }

  /** The heart beats no longer, so nothing overwrites what is said here. */
  private void fail(Claim claim, String code, boolean retryable, Exception cause) {
    indexes.forget();
    LOG.warn("Clip {} failed: {}", claim.clipId(), code, cause);
    CutMetrics.failed(code, cause);
    var detail =
        cause instanceof ReencodeTooLongException
            ? Optional.of(cause.getMessage())
            : Optional.<String>empty();
    try {
      claim.fail(new ClipStatus.Failure(code, retryable, detail));
    } catch (LostClaimException e) {
      LOG.warn("Clip {}: another worker has taken over", claim.clipId());
    }
  }
}
