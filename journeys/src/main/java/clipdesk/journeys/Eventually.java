package clipdesk.journeys;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waiting is polling with a deadline. */
public final class Eventually {
  private static final Duration PAUSE = Duration.ofMillis(250);

  private Eventually() {}

  /**
   * The first value that the probe gives.
   *
   * @throws AssertionError if it gives none before the limit has passed
   */
  public static <T> T within(Duration limit, String what, Supplier<Optional<T>> probe) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (true) {
      var value = probe.get();
      if (value.isPresent()) {
        return value.get();
      }
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError("Not within " + limit.toSeconds() + " s: " + what);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }
}
