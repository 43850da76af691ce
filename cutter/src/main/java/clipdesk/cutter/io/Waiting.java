package clipdesk.cutter.io;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for work on other threads and lets their failures through as what they are. */
public final class Waiting {
  private Waiting() {}

  /**
   * Waits for a while.
   *
   * @return whether the work is over, and well
   */
  public static boolean isOver(Future<?> future, long millis) throws IOException {
    try {
      future.get(millis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException goesOn) {
      return false;
    } catch (InterruptedException interrupted) {
      throw interrupted();
    } catch (ExecutionException failed) {
      throw cause(failed);
    }
    return true;
  }

  public static <T> T get(Future<T> future) throws IOException {
    try {
      return future.get();
    } catch (InterruptedException interrupted) {
      throw interrupted();
    } catch (ExecutionException failed) {
      throw cause(failed);
    }
  }

  private static IOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException("Interrupted while waiting for a request");
  }

  private static IOException cause(ExecutionException failed) {
    return switch (failed.getCause()) {
      case IOException cause -> cause;
      case RuntimeException cause -> throw cause;
      case Error cause -> throw cause;
      default -> new IOException(failed.getCause());
    };
  }
}
