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
}
