package clipdesk.journeys.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/** Prints what happens, how far it is and how long it takes; a long step is never silent. */
final class Steps {
  private final PrintStream out;
  private final Duration every;
  private final InstantSource clock;
  private final Instant asked;
  private final Instant began;

  /**
   * @param every how often a step says how far it is
   * @param asked when somebody asked for all this, at or before now
   */
  Steps(PrintStream out, Duration every, InstantSource clock, Instant asked) {
    this.out = out;
    this.every = every;
    this.clock = clock;
    this.asked = asked;
    this.began = clock.instant();
  }

  <T> T run(String what, Supplier<T> step) {
    return run(what, _ -> step.get());
  }

  <T> T run(String what, Function<Progress, T> step) {
    out.printf("  %-58s", what + " …");
    out.flush();
    var start = clock.instant();
    T result;
    boolean told;
    try (var teller = new Teller(start).started()) {
      result = step.apply(teller);
      told = teller.end();
    }
    out.printf("%s%6.1f s%n", told ? "  %-58s".formatted("") : "", seconds(start));
    return result;
  }

  void note(String text) {
    out.println("      " + text);
  }

  /** From the moment that somebody asked for all this. */
  double totalSeconds() {
    return seconds(asked);
  }

  /** What went by before the first step. */
  double beforeSeconds() {
    return Duration.between(asked, began).toMillis() / 1e3;
  }

  private double seconds(Instant since) {
    return Duration.between(since, clock.instant()).toMillis() / 1e3;
  }

  /** A thread that says how far a step is until it ends. */
  private final class Teller implements Progress, AutoCloseable {
    private final Instant start;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread = Thread.ofVirtual().unstarted(this::tell);
    private volatile String frames = "";
    private volatile boolean told;

    Teller(Instant start) {
      this.start = start;
    }

    /** Not in the constructor: the thread would see fields that have no value yet. */
    Teller started() {
      thread.start();
      return this;
    }

    @Override
    public void at(long done, long all) {
      frames = "%d of %d frames, %d %%, ".formatted(done, all, 100 * done / all);
    }

    private void tell() {
      try {
        while (!ended.await(every.toNanos(), TimeUnit.NANOSECONDS)) {
          out.printf(
              "%s      %s%.0f s%n", told ? "" : System.lineSeparator(), frames, seconds(start));
          told = true;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    /** Whether anything was said; nothing is any more. */
    boolean end() {
      ended.countDown();
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return told;
    }

    @Override
    public void close() {
      end();
    }
  }
}
