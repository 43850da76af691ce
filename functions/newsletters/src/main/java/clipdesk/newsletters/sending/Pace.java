package clipdesk.newsletters.sending;

import java.time.Duration;
import java.time.Instant;

/** One rate for all senders together. */
interface Pace {
  /** Reserves a number of slots; the first begins at the instant returned. */
  Instant reserve(int slots);

  /** How long one slot lasts. */
  Duration slot();

  /** Moves what nobody has reserved yet: SES said that it was too fast. */
  void slowDown(Duration by);

  /** Returns at that instant, or at once if it is over. */
  void await(Instant slot);
}
