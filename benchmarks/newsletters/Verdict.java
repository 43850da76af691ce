package clipdesk.newsletters.sending;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** The bars that the figures are held against. */
final class Verdict {
  private final List<String> missed = new ArrayList<>();
  private int bars;

  void holds(String what, boolean holds) {
    bars++;
    if (!holds) {
      missed.add(what);
    }
  }

  /** Prints the last line and gives the exit code. */
  int close(PrintStream out) {
    out.printf(
        "%n%s: %d of %d bars hold%s%n",
        missed.isEmpty() ? "HOLDS" : "MISSED",
        bars - missed.size(),
        bars,
        missed.isEmpty() ? "" : ", not: " + String.join("; ", missed));
    return missed.isEmpty() ? 0 : 1;
  }
}
