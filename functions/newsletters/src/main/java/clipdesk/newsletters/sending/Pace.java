package clipdesk.newsletters.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One rate for all senders together. */
interface Pace {
  /** Reserves a number of slots; the first begins at the instant returned. */
  Instant reserve(int slots);

  /** Reserves one slot; none if it would begin later, and then nothing is reserved. */
  Optional<Instant> reserveBy(Instant latest);

  /** How long one slot lasts. */
  Duration slot();

  /** Moves what nobody has reserved yet: SES said that it was too fast. */
  void slowDown(Duration by);

  /** Returns at that instant, or at once if it is over. */
  void await(Instant slot);
}
