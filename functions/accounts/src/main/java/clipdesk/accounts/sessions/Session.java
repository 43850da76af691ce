package clipdesk.accounts.sessions;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One sign-in and all that its refresh tokens have led to.
 *
 * @param tokenFamily of the access token that it was given last
 * @param usedAt when it was opened or last refreshed
 */
public record Session(
    SessionId id,
    String sub,
    Optional<String> tokenFamily,
    Instant startedAt,
    Instant usedAt,
    Device device) {
  /** As long as the refresh tokens of the app client, used or not. */
  public static final Duration LIFE = Duration.ofDays(30);

  private static final Duration SECOND = Duration.ofSeconds(1);

  /**
   * When the oldest session began that still counts; times are in whole seconds.
   *
   * @param validAfter sessions from before were ended all together
   */
  public static Instant oldest(Instant now, Instant validAfter) {
    var living = now.minus(LIFE).plus(SECOND);
    return validAfter.isAfter(living) ? validAfter : living;
  }

  /** Whether it has ended neither by itself nor together with all others of its account. */
  public boolean counts(Instant now, Instant validAfter) {
    return !startedAt.isBefore(oldest(now, validAfter));
  }
}
