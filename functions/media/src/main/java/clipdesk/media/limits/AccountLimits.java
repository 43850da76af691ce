package clipdesk.media.limits;

import clipdesk.common.json.Json;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import clipdesk.media.MediaConfig;
import clipdesk.media.limits.Counters.Counted;
import clipdesk.media.limits.Counters.Holder;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;

/** What one account may ask for and take, and how often a ticket may be followed. */
@Singleton
public final class AccountLimits {
  private static final int REQUESTS_A_MINUTE = 30;
  private static final int FOLLOWS_A_MINUTE = 60;

  /** A browser or a download manager asks HEAD and GET, and again after a broken transfer. */
  private static final int FOLLOWS_A_FILE = 4;

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final Counters counters;
  private final MediaConfig config;
  private final InstantSource clock;

  AccountLimits(Counters counters, MediaConfig config, InstantSource clock) {
    this.counters = counters;
    this.config = config;
    this.clock = clock;
  }

  /**
   * @throws ProblemException {@code too-many-requests}
   */
  public void countClipRequest(String accountId) {
    countMinute(Holder.ACCOUNT, accountId, "clips", REQUESTS_A_MINUTE);
  }

  /**
   * @throws ProblemException {@code quota-exceeded} if not all of them fit; then none is counted
   */
  public void countNewClips(String accountId, int clips) {
    countDay("clips-per-day", accountId, clips, config.clipsPerDay());
  }

  /**
   * @throws ProblemException {@code too-many-requests}
   */
  public void countTicket(String accountId) {
    countMinute(Holder.ACCOUNT, accountId, "downloads", REQUESTS_A_MINUTE);
  }

  /**
   * @throws ProblemException {@code quota-exceeded}
   */
  public void countBytes(String accountId, long bytes) {
    countDay("bytes-per-day", accountId, bytes, config.bytesPerDay());
  }

  /** For what was counted and then not taken. */
  public void giveBackBytes(String accountId, long bytes) {
    countDay("bytes-per-day", accountId, -bytes, config.bytesPerDay());
  }

  /**
   * @param ticketHash names the ticket without giving it away
   * @param files how many it gives: all of them may be fetched at once
   * @throws ProblemException {@code too-many-requests}
   */
  public void countFollow(String ticketHash, int files) {
    long limit = FOLLOWS_A_MINUTE + (long) FOLLOWS_A_FILE * files;
    countMinute(Holder.TICKET, ticketHash, "follow", limit);
  }

  private void countMinute(Holder holder, String id, String what, long limit) {
    var now = clock.instant();
    var end = endOfWindow(now, MINUTE);
    if (add(holder, id, what, 1, limit, end).isPresent()) {
      throw new ProblemException(ProblemType.TOO_MANY_REQUESTS, "Slow down")
          .with("reason", "busy")
          .retryAfter(Duration.between(now, end));
    }
  }

  private void countDay(String quota, String accountId, long amount, long limit) {
    var now = clock.instant();
    var end = endOfWindow(now, DAY);
    var used = add(Holder.ACCOUNT, accountId, quota, amount, limit, end);
    if (used.isPresent()) {
      throw new ProblemException(ProblemType.QUOTA_EXCEEDED, "The allowance of the day is used up")
          .with("quota", quota)
          .with("limit", limit)
          .with("used", used.getAsLong())
          .with("resetsAt", Json.instant(end))
          .retryAfter(Duration.between(now, end));
    }
  }

  private OptionalLong add(
      Holder holder, String id, String what, long amount, long limit, Instant end) {
    var counted = new Counted(holder, id, what + "#" + end.getEpochSecond());
    return counters.add(counted, amount, limit, end.plus(DAY));
  }

  /** Days and minutes of UTC. */
  private static Instant endOfWindow(Instant now, Duration window) {
    long seconds = window.toSeconds();
    return Instant.ofEpochSecond((Math.floorDiv(now.getEpochSecond(), seconds) + 1) * seconds);
  }
}
