package clipdesk.common.aws;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Calls that wait for a service, made at the same time. */
public final class SideBySide {
  private SideBySide() {}

  /**
   * Applies a function to all items, each in a thread of its own.
   *
   * @return the results in the order of the items
   * @throws RuntimeException the first failure in that order, once all calls have ended
   */
  public static <T, R> List<R> map(Collection<T> items, Function<T, R> call) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = items.stream().map(item -> threads.submit(() -> call.apply(item))).toList();
      var results = new ArrayList<R>();
      for (var result : running) {
        results.add(await(result));
      }
      return List.copyOf(results);
    }
  }

  private static <R> R await(Future<R> running) {
    try {
      return running.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while a service was called", e);
    }
  }
}
