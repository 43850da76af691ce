package clipdesk.newsletters.sending;

import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Has so many things under way, and begins the next as soon as one of them is done. */
interface Places {
  /**
   * Asks for the next thing when it has a place for it, until there is none, or one has failed.
   * Returns when all are done, or throws what one of them threw when all have ended.
   */
  <T> void fill(int places, Supplier<Optional<T>> next, Consumer<T> work);

  /** On virtual threads, which it leaves none of behind. */
  static Places onVirtualThreads() {
    return Places::filled;
  }

  private static <T> void filled(int places, Supplier<Optional<T>> next, Consumer<T> work) {
    var free = new Semaphore(places);
    var failure = new AtomicReference<RuntimeException>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      free.acquire();
      for (var thing = next.get(); thing.isPresent(); thing = next.get()) {
        var begun = thing.get();
        threads.execute(
            () -> {
              try {
                work.accept(begun);
              } catch (RuntimeException e) {
                failure.compareAndSet(null, e);
              } finally {
                free.release();
              }
            });
        free.acquire();
        if (failure.get() != null) {
          break;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Stopped from outside", e);
    }
    if (failure.get() != null) {
      throw failure.get();
    }
  }
}
