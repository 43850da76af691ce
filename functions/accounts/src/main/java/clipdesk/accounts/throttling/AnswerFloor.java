package clipdesk.accounts.throttling;

import clipdesk.accounts.AccountsConfig;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * A least time that answers take, so that how long one took tells nothing of whom it looked up. It
 * is for such work alone: whoever waits holds one of the function's slots, so a refusal by a limit,
 * or by what stands in a verification, comes at once.
 */
@Singleton
public final class AnswerFloor {
  private final Duration slow;
  private final Duration fast;
  private final PassingTime time;

  AnswerFloor(AccountsConfig config, PassingTime time) {
    this.slow = config.slowFloor();
    this.fast = config.fastFloor();
    this.time = time;
  }

  /** Whatever comes of work that may mail a code comes no sooner than the slow floor. */
  public <T> T underEveryAnswer(Supplier<T> work) {
    long began = time.nanos();
    try {
      return work.get();
    } finally {
      passUntil(began, slow);
    }
  }

  /**
   * A refusal of a code or a password comes no sooner than the fast floor; a success, which tells
   * by itself, comes as soon as it can.
   */
  public <T> T underRefusals(Supplier<T> work) {
    long began = time.nanos();
    try {
      return work.get();
    } catch (RuntimeException refusal) {
      passUntil(began, fast);
      throw refusal;
    }
  }

  /** Likewise, for work that answers nothing. */
  public void underRefusals(Runnable work) {
    underRefusals(
        () -> {
          work.run();
          return work;
        });
  }

  private void passUntil(long began, Duration floor) {
    time.pass(floor.minusNanos(time.nanos() - began));
  }
}
