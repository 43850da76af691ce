package clipdesk.newsletters.sending;

import java.time.Instant;

/** One rate for all senders together. */
interface Pace {
  /** Reserves a number of slots; the first begins at the instant returned. */
  Instant reserve(int slots);

  /** How long one slot lasts. */
  java.time.Duration slot();
}
