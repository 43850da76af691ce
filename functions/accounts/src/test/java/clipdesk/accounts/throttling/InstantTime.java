package clipdesk.accounts.throttling;

import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Time that passes at once. */
@Singleton
@Replaces(ThreadTime.class)
public final class InstantTime implements PassingTime {
  private long nanos;

  @Override
  public synchronized long nanos() {
    return nanos;
  }

  @Override
  public synchronized void pass(Duration wait) {
    nanos += Math.max(0, wait.toNanos());
  }
}
