package clipdesk.newsletters.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One rate for all senders together. A single mail takes the next slot that nobody has; a campaign
 * takes some only while the bucket is at most {@link #AHEAD} ahead, and waits without any until
 * then. So whoever confirms an address waits for a second of campaigns, however many send.
 */
interface Pace {
  /** Enough for senders to be at hand when their slots come. */
  Duration AHEAD = Duration.ofSeconds(1);

  /** Farther than anybody waits. */
  Duration HOWEVER_FAR = Duration.ofDays(365);

  /**
   * @param at when the first slot begins, or would have
   */
  record Turn(Instant at, boolean reserved) {}

  /**
   * Reserves a number of slots, unless the first would begin later than that instant, or farther
   * ahead than that: then nothing is reserved.
   */
  Turn ask(int slots, Instant latest, Duration ahead);

  /** Reserves one slot; none if it would begin later, and then nothing is reserved. */
  default Optional<Instant> reserveBy(Instant latest) {
    return Optional.of(ask(1, latest, HOWEVER_FAR)).filter(Turn::reserved).map(Turn::at);
  }

  /**
   * Reserves slots of a campaign, once no single mail can be waiting before them; none if the first
   * would begin later, and then nothing is reserved.
   *
   * @param slots at most a second of the rate
   */
  default Optional<Instant> reserve(int slots, Instant latest) {
    while (true) {
      var turn = ask(slots, latest, AHEAD);
      if (turn.reserved()) {
        return Optional.of(turn.at());
      }
      if (turn.at().isAfter(latest)) {
        return Optional.empty();
      }
      standBy(turn.at().minus(AHEAD));
    }
  }

  /** How long one slot lasts. */
  Duration slot();

  /** Moves what nobody has reserved yet: SES said that it was too fast. */
  void slowDown(Duration by);

  /** Returns at the instant of a slot that was reserved, or at once if it is over. */
  default void await(Instant slot) {
    standBy(slot);
  }

  /** Returns at that instant, or at once if it is over. */
  void standBy(Instant until);
}
