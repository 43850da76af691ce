package clipdesk.newsletters.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalDouble;

/**
 * How fast and how much may be sent: as the parameters say, and where they say nothing as SES says
 * of the account, which is asked once a minute. Between two answers our own mails are counted, by
 * as many threads as have one under way.
 */
final class SendQuota {
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final AccountQuota account;
  private final OptionalDouble maxMailsPerSecond;
  private final OptionalDouble maxMailsPerDay;
  private final InstantSource clock;
  private Instant readAt = Instant.MIN;
  private AccountQuota.Figures figures = new AccountQuota.Figures(0, 0, 0);
  private long sentSince;
  private boolean refused;

  SendQuota(
      AccountQuota account,
      OptionalDouble maxMailsPerSecond,
      OptionalDouble maxMailsPerDay,
      InstantSource clock) {
    this.account = account;
    this.maxMailsPerSecond = maxMailsPerSecond;
    this.maxMailsPerDay = maxMailsPerDay;
    this.clock = clock;
  }

  synchronized double mailsPerSecond() {
    return maxMailsPerSecond.orElseGet(() -> fresh().mailsPerSecond());
  }

  /** Whether no mail may be sent for now. */
  synchronized boolean usedUp() {
    var now = fresh();
    double limit = maxMailsPerDay.orElse(now.mailsPerDay());
    return refused || (limit >= 0 && now.mailsLastDay() + sentSince >= limit);
  }

  /** SES has taken a mail. */
  synchronized void sent() {
    sentSince++;
  }

  /** SES takes no more, whatever its figures say; believed until it is asked again. */
  synchronized void refused() {
    refused = true;
  }

  private AccountQuota.Figures fresh() {
    var now = clock.instant();
    if (readAt.equals(Instant.MIN) || !now.isBefore(readAt.plus(FRESH))) {
      figures = account.read();
      readAt = now;
      sentSince = 0;
      refused = false;
    }
    return figures;
  }
}
