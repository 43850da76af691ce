package clipdesk.clips.cutting;

import clipdesk.contracts.clips.ClipRequest;
import clipdesk.contracts.clips.ClipStatus;
import clipdesk.cutter.report.CutPhase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The right of one worker to cut a clip, kept by naming the last status in every next write. Safe
 * for threads: the cut tells its progress, a {@link Heartbeat} that the worker lives.
 */
final class Claim {
  /** A worker that has missed a dozen heartbeats is gone. */
  static final Duration SILENT_AFTER = Duration.ofSeconds(60);

  /** Status is for people: more often would only cost requests. */
  private static final Duration BETWEEN_WRITES = Duration.ofSeconds(2);

  private final ClipStore store;
  private final ClipRequest request;
  private final String worker;
  private final InstantSource clock;
  private final boolean takenOver;
  private String tag;
  private Instant written;
  private boolean lost;
  private CutPhase phase = CutPhase.READING_INDEX;
  private int percent;

  private Claim(
      ClipStore store,
      ClipRequest request,
      String worker,
      InstantSource clock,
      String tag,
      boolean takenOver) {
    this.takenOver = takenOver;
    this.store = store;
    this.request = request;
    this.worker = worker;
    this.clock = clock;
    this.tag = tag;
    this.written = clock.instant();
  }

  /**
   * Takes the claim, unless somebody works on the clip or this attempt has failed for good.
   *
   * @param worker the invocation, which has the same name when the runtime tries it again
   */
  static Optional<Claim> take(
      ClipStore store, ClipRequest request, String worker, InstantSource clock) {
    var now = clock.instant();
    var first = status(request, worker, at(CutPhase.READING_INDEX, 0), now);
    var fresh = store.putStatus(request.clipId(), first, Optional.empty());
    var tag =
        fresh.isPresent()
            ? fresh
            : store
                .status(request.clipId())
                .filter(present -> present.yieldsTo(request, worker, now))
                .flatMap(
                    present ->
                        store.putStatus(request.clipId(), first, Optional.of(present.tag())));
    return tag.map(
        taken -> new Claim(store, request, worker, clock, taken, /* takenOver= */ fresh.isEmpty()));
  }

  /** Whether another worker had it before, and is dead or gave up. */
  boolean takenOver() {
    return takenOver;
  }

  String clipId() {
    return request.clipId();
  }

  /**
   * Tells how far the cut is, at most every two seconds and at each new phase.
   *
   * @throws LostClaimException if another worker has taken over
   */
  synchronized void progress(CutPhase current, int done) {
    if (lost) {
      throw new LostClaimException();
    }
    boolean another = current != phase;
    phase = current;
    percent = done;
    if (another || !clock.instant().isBefore(written.plus(BETWEEN_WRITES))) {
      confirm();
    }
  }

  /**
   * Says that the worker lives, and where it is.
   *
   * @throws LostClaimException if another worker has taken over
   */
  synchronized void confirm() {
    write(status(request, worker, at(phase, percent), clock.instant()));
  }

  /**
   * Gives up and says why.
   *
   * @throws LostClaimException if another worker has taken over
   */
  synchronized void fail(ClipStatus.Failure failure) {
    write(status(request, worker, failure, clock.instant()));
  }

  private void write(ClipStatus status) {
    if (lost) {
      throw new LostClaimException();
    }
    var next = store.putStatus(request.clipId(), status, Optional.of(tag));
    if (next.isEmpty()) {
      next = writtenUnheard(status);
    }
    lost = next.isEmpty();
    tag = next.orElseThrow(LostClaimException::new);
    written = status.updatedAt();
  }

  /** A write whose answer was lost is refused when the SDK repeats it, and yet it is ours. */
  private Optional<String> writtenUnheard(ClipStatus status) {
    return store
        .status(request.clipId())
        .filter(present -> present.status().equals(Optional.of(status)))
        .map(ClipStore.TaggedStatus::tag);
  }

  private static ClipStatus.Progress at(CutPhase phase, int percent) {
    return new ClipStatus.Progress(phase.label(), percent);
  }

  private static ClipStatus status(
      ClipRequest request, String worker, ClipStatus.State state, Instant now) {
    return new ClipStatus(
        request.clipId(), request.attempt(), worker, state, now.truncatedTo(ChronoUnit.MILLIS));
  }
}
