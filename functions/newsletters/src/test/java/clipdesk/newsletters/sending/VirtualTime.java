package clipdesk.newsletters.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A clock that goes on when everybody waits. Of the threads that it starts one runs at a time, and
 * whoever waits for the earliest instant is next.
 */
final class VirtualTime implements InstantSource, Places {
  private record Sleeper(Instant until, long order, Semaphore turn) implements Comparable<Sleeper> {
    @Override
    public int compareTo(Sleeper other) {
      int byTime = until.compareTo(other.until);
      return byTime == 0 ? Long.compare(order, other.order) : byTime;
    }
  }

  private final PriorityQueue<Sleeper> sleepers = new PriorityQueue<>();
  private final Semaphore over = new Semaphore(0);
  private Instant now = Fate.START;
  private long order;
  private int alive;

  @Override
  public synchronized Instant instant() {
    return now;
  }

  /** Starts somebody, who gets their turn at this instant. */
  synchronized void start(Runnable work) {
    var turn = new Semaphore(0);
    alive++;
    sleepers.add(new Sleeper(now, order++, turn));
    Thread.ofVirtual()
        .start(
            () -> {
              turn.acquireUninterruptibly();
              try {
                work.run();
              } finally {
                ended();
              }
            });
  }

  private synchronized void ended() {
    alive--;
    next();
  }

  /** Runs what was started, and whatever that starts, to its end. */
  void run() {
    synchronized (this) {
      next();
    }
    over.acquireUninterruptibly();
  }

  private void next() {
    if (alive == 0) {
      over.release();
      return;
    }
    var sleeper = sleepers.poll();
    if (sleeper != null) {
      now = sleeper.until().isAfter(now) ? sleeper.until() : now;
      sleeper.turn().release();
    }
  }

  void sleep(Duration time) {
    sleepUntil(instant().plus(time));
  }

  void sleepUntil(Instant until) {
    var turn = new Semaphore(0);
    synchronized (this) {
      sleepers.add(new Sleeper(until, order++, turn));
      next();
    }
    turn.acquireUninterruptibly();
  }

  @Override
  public <T> void fill(int places, Supplier<Optional<T>> next, Consumer<T> work) {
    var free = new FreePlaces(places);
    free.take();
    for (var thing = next.get(); thing.isPresent(); thing = next.get()) {
      var begun = thing.get();
      start(
          () -> {
            try {
              work.accept(begun);
            } finally {
              free.giveBack();
            }
          });
      free.take();
    }
    for (int taken = 1; taken < places; taken++) {
      free.take();
    }
  }

  /** Whoever takes one waits until there is one, and time goes on meanwhile. */
  private final class FreePlaces {
    private int free;
    private Optional<Semaphore> waiting = Optional.empty();

    private FreePlaces(int free) {
      this.free = free;
    }

    private void take() {
      var turn = new Semaphore(0);
      synchronized (VirtualTime.this) {
        if (free > 0) {
          free--;
          return;
        }
        waiting = Optional.of(turn);
        next();
      }
      turn.acquireUninterruptibly();
    }

    private void giveBack() {
      synchronized (VirtualTime.this) {
        if (waiting.isEmpty()) {
          free++;
        }
        waiting.ifPresent(turn -> sleepers.add(new Sleeper(now, order++, turn)));
        waiting = Optional.empty();
      }
    }
  }
}
