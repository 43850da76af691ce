package clipdesk.accounts.verification;

import clipdesk.accounts.AccountsConfig;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Answers no sooner than a floor after the work began, so that time tells nothing. Only for work
 * that looks somebody up: whoever waits holds one of the function's slots, so a refusal by a limit,
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

  /** For whatever may mail a code. */
  public <T> T slow(Supplier<T> work) {
    long began = time.nanos();
    try {
      return work.get();
    } finally {
      passUntil(began, slow);
    }
  }

  /** For whatever may refuse a code or a password: a refusal is held back, a success is none. */
  public <T> T fast(Supplier<T> work) {
    long began = time.nanos();
    try {
      return work.get();
    } catch (RuntimeException refusal) {
      passUntil(began, fast);
      throw refusal;
    }
  }

  private void passUntil(long began, Duration floor) {
    time.pass(floor.minusNanos(time.nanos() - began));
  }
}
