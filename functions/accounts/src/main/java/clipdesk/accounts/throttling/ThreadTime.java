package clipdesk.accounts.throttling;

import jakarta.inject.Singleton;
import java.time.Duration;

/** Lets the thread of the request sleep. */
@Singleton
public final class ThreadTime implements PassingTime {
  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public void pass(Duration wait) {
    try {
      Thread.sleep(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
