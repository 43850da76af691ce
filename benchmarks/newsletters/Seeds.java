package clipdesk.newsletters.sending;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** As many worlds as were asked for, some at once. */
final class Seeds {
  private static final long STEP = 500;
  private static final long TOLD_EVERY = 100_000;

  private final long first;
  private final long seeds;
  private final int atOnce;
  private final Overheard overheard;
  private final PrintStream out;
  private final AtomicLongArray injected = new AtomicLongArray(Injected.values().length);
  private final List<Long> failed = new ArrayList<>();
  private double seconds;

  Seeds(long first, long seeds, int atOnce, Overheard overheard, PrintStream out) {
    this.first = first;
    this.seeds = seeds;
    this.atOnce = atOnce;
    this.overheard = overheard;
    this.out = out;
  }

  Seeds run() {
    long begun = System.nanoTime();
    var next = new AtomicLong(first);
    var threads = new ArrayList<Thread>();
    for (int thread = 0; thread < atOnce; thread++) {
      threads.add(Thread.ofPlatform().start(() -> work(next)));
    }
    for (var thread : threads) {
      join(thread);
    }
    seconds = (System.nanoTime() - begun) / 1e9;
    return this;
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException("Stopped from outside", e);
    }
  }

  private void work(AtomicLong next) {
    long end = first + seeds;
    for (long from = next.getAndAdd(STEP); from < end; from = next.getAndAdd(STEP)) {
      if ((from - first) % TOLD_EVERY == 0 && from > first) {
        out.printf("  (%,d)%n", from - first);
      }
      for (long seed = from; seed < Math.min(end, from + STEP); seed++) {
        var outcome = Simulation.of(seed, SimulatedFault.NONE, overheard);
        for (var what : Injected.values()) {
          injected.addAndGet(what.ordinal(), outcome.luck().counted(what));
        }
        if (!outcome.isSound()) {
          failed(seed, outcome);
        }
      }
    }
  }

  private synchronized void failed(long seed, Simulation.Outcome outcome) {
    failed.add(seed);
    if (failed.size() == 1) {
      out.println(Shrinking.of(seed, SimulatedFault.NONE, overheard).text());
    } else {
      out.println("seed " + seed + ": " + outcome.violations());
    }
  }

  void print(Table table, Verdict verdict) {
    for (var what : Injected.values()) {
      table.row("  " + what.text(), injected.get(what.ordinal()));
    }
    table.row("seeds", seeds);
    table.row("minutes", seconds / 60);
    table.row("seeds a second, with " + atOnce + " threads", seeds / seconds);
    table.row("worlds with somebody doubled, lost or unlisted, or another fault", failed.size());
    verdict.holds("%,d seeds, doubled, lost, unlisted 0, 0, 0".formatted(seeds), failed.isEmpty());
  }
}
