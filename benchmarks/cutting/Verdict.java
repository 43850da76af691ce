import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The bars that the figures are held against. */
final class Verdict {
  private final List<String> missed = new ArrayList<>();
  private int bars;

  Verdict() {
    System.out.printf("%n%-58s %10s %10s%n", "bar", "measured", "at most");
  }

  void atMost(String what, double measured, double bar) {
    bars++;
    boolean holds = measured <= bar;
    System.out.printf(
        Locale.ROOT, "%-58s %10.2f %10.2f %s%n", what, measured, bar, holds ? "" : "MISSED");
    if (!holds) {
      missed.add(what);
    }
  }

  /** Prints the last line and gives the exit code. */
  int close(long seed) {
    System.out.printf(
        "%s: %d of %d bars hold (seed %d)%s%n",
        missed.isEmpty() ? "HOLDS" : "MISSED",
        bars - missed.size(),
        bars,
        seed,
        missed.isEmpty() ? "" : ", not: " + String.join("; ", missed));
    return missed.isEmpty() ? 0 : 1;
  }
}
