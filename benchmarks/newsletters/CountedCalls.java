package clipdesk.newsletters.sending;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Calls of ports, each as long as one of the table, and the heap that there is meanwhile. */
final class CountedCalls {
  private static final Duration CALL = Duration.ofMillis(10);
  private static final int CALLS_BETWEEN_LOOKS = 200;

  /** Of the tick's writes. */
  private static final int AT_ONCE = 25;

  private final int lookEvery;
  private long calls;
  private long mostHeap;
  private boolean looking;

  /**
   * @param people of the list that is worked on: longer ones are looked at as often
   */
  CountedCalls(int people) {
    this.lookEvery = CALLS_BETWEEN_LOOKS * Math.max(1, people / 10_000);
  }

  void lookAtHeap(boolean look) {
    looking = look;
  }

  /** In bytes, each time after a collection. */
  long mostHeap() {
    return mostHeap;
  }

  void count() {
    calls++;
    if (looking && calls % lookEvery == 0) {
      System.gc();
      var runtime = Runtime.getRuntime();
      mostHeap = Math.max(mostHeap, runtime.totalMemory() - runtime.freeMemory());
    }
  }

  /** How long the work takes with its calls. */
  double seconds(Runnable work) {
    calls = 0;
    long begun = System.nanoTime();
    work.run();
    return (System.nanoTime() - begun + calls * CALL.toNanos()) / 1e9;
  }

  /** As the tick does it: the calls of all take as long as those of one in so many. */
  SideBySide someAtOnce() {
    return new SideBySide() {
      @Override
      public <T> void each(List<T> items, Consumer<T> work) {
        long before = calls;
        items.forEach(work);
        calls = before + (calls - before + AT_ONCE - 1) / AT_ONCE;
      }
    };
  }
}
