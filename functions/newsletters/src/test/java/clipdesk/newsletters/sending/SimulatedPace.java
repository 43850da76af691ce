package clipdesk.newsletters.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** One bucket for all senders of a world, as each sees it by its own clock. */
final class SimulatedPace implements Pace {
  /** What the table keeps of it. */
  static final class Bucket {
    private Instant next = Instant.EPOCH;
    private final Set<Instant> used = new HashSet<>();
  }

  private static final Duration SLOT = Duration.ofMillis(20);

  private final Bucket bucket;
  private final Fate fate;
  private final InstantSource clock;
  private final boolean whole;
  private Instant held = Instant.EPOCH;

  /**
   * @param whole whether who reserves a slot keeps others from it
   */
  SimulatedPace(Bucket bucket, Fate fate, InstantSource clock, boolean whole) {
    this.bucket = bucket;
    this.fate = fate;
    this.clock = clock;
    this.whole = whole;
  }

  @Override
  public Instant reserve(int slots) {
    fate.before("pace");
    return take(SLOT.multipliedBy(slots));
  }

  @Override
  public Optional<Instant> reserveBy(Instant latest) {
    fate.before("pace");
    var now = clock.instant();
    var first = bucket.next.isAfter(now) ? bucket.next : now;
    return first.isAfter(latest) ? Optional.empty() : Optional.of(take(SLOT));
  }

  /** Whether nobody has gone at the slot that was waited for. */
  boolean takesItsSlot() {
    return bucket.used.add(held);
  }

  private Instant take(Duration time) {
    var now = clock.instant();
    var first = bucket.next.isAfter(now) ? bucket.next : now;
    bucket.next = whole ? first.plus(time) : bucket.next;
    return first;
  }

  @Override
  public Duration slot() {
    return SLOT;
  }

  @Override
  public void slowDown(Duration by) {
    take(by);
  }

  @Override
  public void await(Instant slot) {
    held = slot;
    var left = Duration.between(clock.instant(), slot);
    if (left.isPositive()) {
      fate.pass(left);
    }
  }
}
