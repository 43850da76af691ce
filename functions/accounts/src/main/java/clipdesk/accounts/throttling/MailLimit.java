package clipdesk.accounts.throttling;

import clipdesk.accounts.AccountsConfig;
import clipdesk.common.limits.CallLimits;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

/** How many mails one network may ask for in an hour. */
@Singleton
public final class MailLimit {
  private static final Duration HOUR = Duration.ofHours(1);

  private final CallLimits limits;
  private final AccountsConfig config;
  private final InstantSource clock;

  MailLimit(CallLimits limits, AccountsConfig config, InstantSource clock) {
    this.limits = limits;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Counts a mail that a network asks for.
   *
   * @throws clipdesk.common.problem.ProblemException {@code too-many-requests} over the limit
   */
  public void count(String network) {
    limits.count("mails", network, config.mailsPerHourAndIp(), HOUR, clock.instant());
  }
}
