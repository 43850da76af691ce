package clipdesk.media.clips;

import clipdesk.common.problem.ProblemException;
import clipdesk.media.MediaConfig;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What one account may take. */
@Singleton
public final class AccountLimits {
  private static final int TICKETS_PER_MINUTE = 30;

  private final Requesters requesters;
  private final MediaConfig config;
  private final InstantSource clock;

  AccountLimits(Requesters requesters, MediaConfig config, InstantSource clock) {
    this.requesters = requesters;
    this.config = config;
    this.clock = clock;
  }

  /**
   * @throws ProblemException {@code too-many-requests}
   */
  public void countTicket(String accountId) {
    requesters.count("tickets", accountId, 1, TICKETS_PER_MINUTE, clock.instant());
  }

  /**
   * @throws ProblemException {@code quota-exceeded}
   */
  public void countBytes(String accountId, long bytes) {
    requesters.count("bytes-per-day", accountId, bytes, config.bytesPerDay(), clock.instant());
  }
}
