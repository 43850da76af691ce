package clipdesk.newsletters.sending;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Does the same with several things. */
public interface SideBySide {
  /** Returns when all are done, or throws what one of them threw when all have ended. */
  <T> void each(List<T> items, Consumer<T> work);

  /** On virtual threads, which it leaves none of behind. */
  static SideBySide upTo(int atOnce) {
    return new SideBySide() {
      @Override
      public <T> void each(List<T> items, Consumer<T> work) {
        run(items, work, atOnce);
      }
    };
  }

  private static <T> void run(List<T> items, Consumer<T> work, int atOnce) {
    var places = new Semaphore(atOnce);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running =
          threads.invokeAll(
              items.stream()
                  .<Callable<Void>>map(
                      item ->
                          () -> {
                            places.acquire();
                            try {
                              work.accept(item);
                              return null;
                            } finally {
                              places.release();
                            }
                          })
                  .toList());
      for (var one : running) {
        if (one.state() == java.util.concurrent.Future.State.FAILED) {
          throw one.exceptionNow() instanceof RuntimeException e
              ? e
              : new IllegalStateException(one.exceptionNow());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Stopped from outside", e);
    }
  }
}
