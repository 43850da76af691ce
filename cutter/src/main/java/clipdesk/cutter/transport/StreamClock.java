package clipdesk.cutter.transport;

/** Times of one stream without the wrap of their 33 bits, which comes every 26.5 hours. */
final class StreamClock {
  static final long TICKS_PER_SECOND = 90_000;

  private static final int WRAP_BITS = 33;
  private static final long NONE = Long.MIN_VALUE;

  private final Origin origin;
  private long last = NONE;

  /** What the clocks of one programme have in common: the first time that any of them says. */
  static final class Origin {
    private long first = NONE;

    StreamClock clock() {
      return new StreamClock(this);
    }
  }

  private StreamClock(Origin origin) {
    this.origin = origin;
  }

  /** The time nearest to the one before. */
  long unwrapped(long time) {
    if (origin.first == NONE) {
      origin.first = time;
    }
    long near = last == NONE ? origin.first : last;
    long wraps = (near - time + (1L << (WRAP_BITS - 1))) >> WRAP_BITS;
    last = time + (wraps << WRAP_BITS);
    return last;
  }
}
