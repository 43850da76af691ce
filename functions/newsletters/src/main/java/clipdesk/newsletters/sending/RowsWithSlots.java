package clipdesk.newsletters.sending;

import clipdesk.newsletters.deliveries.Delivery;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The rows of a message, one after another, each with a slot of its own. */
final class RowsWithSlots {
  record Row(Delivery delivery, Instant slot) {}

  private final ArrayDeque<Delivery> waiting;
  private final Pace pace;
  private final Predicate<Instant> isOver;
  private final int atOnce;
  private final Instant until;
  private final List<String> again = new ArrayList<>();
  private int againInARow;
  private Instant next = Instant.MIN;
  private int reserved;

  /**
   * @param isOver whether a reserved slot comes too late, as the place for it did
   * @param atOnce how many slots are reserved with one write
   * @param until after which none is reserved
   */
  RowsWithSlots(
      Collection<Delivery> rows, Pace pace, Predicate<Instant> isOver, int atOnce, Instant until) {
    this.waiting = new ArrayDeque<>(rows);
    this.pace = pace;
    this.isOver = isOver;
    this.atOnce = atOnce;
    this.until = until;
  }

  /** None once time is over, or as many in a row as are under way have to be tried again. */
  Optional<Row> next() {
    if (waiting.isEmpty() || isInVain() || !isReserved()) {
      return Optional.empty();
    }
    var row = new Row(waiting.poll(), next);
    next = next.plus(pace.slot());
    reserved--;
    return Optional.of(row);
  }

  private boolean isReserved() {
    if (reserved == 0 || isOver.test(next)) {
      int slots = Math.min(atOnce, waiting.size());
      var first = pace.reserve(slots, until);
      next = first.orElse(next);
      reserved = first.isPresent() ? slots : 0;
    }
    return reserved > 0;
  }

  private synchronized boolean isInVain() {
    return againInARow >= atOnce;
  }

  synchronized void settled() {
    againInARow = 0;
  }

  synchronized void tryAgain(Row row) {
    again.add(row.delivery().id().subscriberId());
    againInARow++;
  }

  /** Whom it is to be tried for again, once none is under way. */
  synchronized List<String> left() {
    var left = new ArrayList<>(again);
    waiting.forEach(it -> left.add(it.id().subscriberId()));
    return left;
  }
}
