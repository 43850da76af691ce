package clipdesk.newsletters.deliveries;

import java.time.Duration;
import java.time.Instant;

/**
 * What the neighbours of a parked row say about it: mails of the same campaign that SES took by its
 * answer, claimed within {@link #AROUND} of it.
 *
 * @param taken how many there are
 * @param heard of how many of them an event came
 */
public record Evidence(long taken, long heard) {
  static final Duration AROUND = Duration.ofMinutes(2);

  /** Fewer say nothing. */
  static final int ENOUGH = 20;

  /** Claims are kept together by this, so neighbours may be so much farther. */
  static final Duration SLOT = Duration.ofSeconds(10);

  /**
   * How long a row that SES took waits for what else is said of it before it is counted: a word
   * that comes later is counted by itself, for six units of the table instead of one.
   */
  public static final Duration WORDS_COME = Duration.ofMinutes(2);

  /** Until then more of its neighbours come, or are at least counted. */
  private static final Duration YOUNG = AROUND.plus(WORDS_COME).plus(Duration.ofMinutes(1));

  /** All but certain that SES never took it, or not to be told yet. */
  public enum Recommendation {
    RESEND,
    WAIT
  }

  public Recommendation recommend(Instant claimedAt, Instant now) {
    boolean told = taken >= ENOUGH && heard == taken;
    return told && claimedAt.plus(YOUNG).isBefore(now)
        ? Recommendation.RESEND
        : Recommendation.WAIT;
  }

  static Instant slot(Instant claimedAt) {
    return Instant.ofEpochSecond(
        Math.floorDiv(claimedAt.getEpochSecond(), SLOT.toSeconds()) * SLOT.toSeconds());
  }
}
