package clipdesk.newsletters.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;

/** One bucket for all senders of a world, as each sees it by its own clock. */
final class SimulatedPace implements Pace {
  /** What the table keeps of it. */
  static final class Bucket {
    private Instant next = Instant.EPOCH;
    private final Set<Instant> used = new HashSet<>();
  }

  private final Bucket bucket;
  private final Fate fate;
  private final InstantSource clock;
  private final Duration slot;
  private final boolean whole;
  private Instant held = Instant.EPOCH;
  private boolean over;

  /**
   * @param slot how long one lasts
   * @param whole whether who reserves a slot keeps others from it
   */
  SimulatedPace(Bucket bucket, Fate fate, InstantSource clock, Duration slot, boolean whole) {
    this.bucket = bucket;
    this.fate = fate;
    this.clock = clock;
    this.slot = slot;
    this.whole = whole;
  }

  @Override
  public Turn ask(int slots, Instant latest, Duration ahead) {
    fate.before("pace");
    var now = clock.instant();
    var first = bucket.next.isAfter(now) ? bucket.next : now;
    boolean comes = !first.isAfter(latest) && !first.isAfter(now.plus(ahead));
    return new Turn(comes ? take(slot.multipliedBy(slots)) : first, comes);
  }

  /** Whether nobody has gone at the slot that was waited for, and it was not over by then. */
  boolean takesItsSlot() {
    return bucket.used.add(held) && !over;
  }

  private Instant take(Duration time) {
    var now = clock.instant();
    var first = bucket.next.isAfter(now) ? bucket.next : now;
    bucket.next = whole ? first.plus(time) : bucket.next;
    return first;
  }

  @Override
  public Duration slot() {
    return slot;
  }

  @Override
  public void slowDown(Duration by) {
    take(by);
  }

  @Override
  public void await(Instant from) {
    held = from;
    standBy(from);
    over = clock.instant().isAfter(from.plus(DeliverMail.SLOT_LIFE));
  }

  @Override
  public void standBy(Instant until) {
    var left = Duration.between(clock.instant(), until);
    if (left.isPositive()) {
      fate.pass(left);
    }
  }
}
