package clipdesk.accounts.verification;

import clipdesk.accounts.AccountsConfig;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Supplier;

/** Answers no sooner than a floor after the request began, so that time tells nothing. */
@Singleton
public final class AnswerFloor {
  private final Duration slow;
  private final Duration fast;

  AnswerFloor(AccountsConfig config) {
    this.slow = config.slowFloor();
    this.fast = config.fastFloor();
  }

  /** For whatever may mail a code. */
  public <T> T slow(Supplier<T> work) {
    return after(slow, work);
  }

  /** For whatever may refuse a code or a password. */
  public <T> T fast(Supplier<T> work) {
    return after(fast, work);
  }

  private static <T> T after(Duration floor, Supplier<T> work) {
    long began = System.nanoTime();
    try {
      return work.get();
    } finally {
      waitUntil(began + floor.toNanos());
    }
  }

  private static void waitUntil(long nanoTime) {
    try {
      long left = nanoTime - System.nanoTime();
      if (left > 0) {
        Thread.sleep(Duration.ofNanos(left));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
