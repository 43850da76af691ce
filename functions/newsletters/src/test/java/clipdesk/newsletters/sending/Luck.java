package clipdesk.newsletters.sending;

import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;

/** From where a world has its luck: one seed makes all of it, and each bad luck is one draw. */
class Luck {
  private static final int MOST_DRAWS = 1_000_000;

  private final SplittableRandom random;
  private final IntPredicate allowed;
  private final BitSet happened = new BitSet();
  private final long[] counted = new long[Injected.values().length];
  private int draws;
  private boolean kind;

  Luck(long seed) {
    this(seed, _ -> true);
  }

  /**
   * @param allowed which draws may be bad luck; of the others nothing comes
   */
  Luck(long seed, IntPredicate allowed) {
    this.random = new SplittableRandom(seed);
    this.allowed = allowed;
  }

  /** Below a bound; neither good nor bad. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** Whether it goes wrong, once in so many times. */
  boolean happens(Injected what, int onceIn) {
    if (kind || draws >= MOST_DRAWS) {
      return false;
    }
    int draw = draws++;
    return drawn(what, onceIn) && allowed.test(draw) && count(what, draw);
  }

  /** Whether this draw is bad. */
  boolean drawn(Injected what, int onceIn) {
    return random.nextInt(onceIn) == 0;
  }

  private boolean count(Injected what, int draw) {
    happened.set(draw);
    counted[what.ordinal()]++;
    return true;
  }

  /** From now on nothing goes wrong. */
  void turnKind() {
    kind = true;
  }

  /** Things may go wrong once more. */
  void turnAgain() {
    kind = false;
  }

  boolean isKind() {
    return kind;
  }

  /** Which draws were bad luck. */
  BitSet happened() {
    return happened;
  }

  long counted(Injected what) {
    return counted[what.ordinal()];
  }
}
