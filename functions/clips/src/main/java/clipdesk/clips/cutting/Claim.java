package clipdesk.clips.cutting;

import clipdesk.cutter.CutPhase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The right of one worker to cut a clip, kept by naming the last status in every next write. */
final class Claim {
  /** Status is for people: more often would only cost requests. */
  private static final Duration BETWEEN_WRITES = Duration.ofSeconds(2);

  private final ClipStore store;
  private final ClipRequest request;
  private final String worker;
  private final InstantSource clock;
  private final boolean takenOver;
  private String tag;
  private Instant written;
  private CutPhase phase = CutPhase.READING_INDEX;

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

  /** Takes the claim, unless somebody works on the clip or this attempt has failed for good. */
  static Optional<Claim> take(
      ClipStore store, ClipRequest request, String worker, InstantSource clock) {
    var now = clock.instant();
    var first = status(request, worker, CutPhase.READING_INDEX, 0, Optional.empty(), now);
    var fresh = store.putStatus(request.clipId(), first, Optional.empty());
    var tag =
        fresh.isPresent()
            ? fresh
            : store
                .status(request.clipId())
                .filter(present -> present.status().yieldsTo(request, now))
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
  void progress(CutPhase current, int percent) {
    var now = clock.instant();
    if (current == phase && now.isBefore(written.plus(BETWEEN_WRITES))) {
      return;
    }
    phase = current;
    written = now;
    write(status(request, worker, phase, percent, Optional.empty(), now));
  }

  /** Gives up and says why. */
  void fail(Optional<ClipStatus.Failure> failure) {
    write(status(request, worker, phase, 0, failure, clock.instant()));
  }

  private void write(ClipStatus status) {
    tag =
        store
            .putStatus(request.clipId(), status, Optional.of(tag))
            .orElseThrow(LostClaimException::new);
  }

  private static ClipStatus status(
      ClipRequest request,
      String worker,
      CutPhase phase,
      int percent,
      Optional<ClipStatus.Failure> failure,
      Instant now) {
    return new ClipStatus(
        request.clipId(), request.attempt(), worker, phase.label(), percent, failure, now);
  }
}
