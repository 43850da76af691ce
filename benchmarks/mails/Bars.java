package clipdesk.journeys;

import java.util.ArrayList;
import java.util.List;

/** Figures as they come, those with a bar beside it; and in the end which were missed. */
final class Bars {
  private final List<String> missed = new ArrayList<>();
  private int bars;

  void told(String what, double figure) {
    row(what, figure, "");
  }

  void atMost(String what, double figure, double bar) {
    held(what, figure, "at most", bar, figure <= bar);
  }

  void atLeast(String what, double figure, double bar) {
    held(what, figure, "at least", bar, figure >= bar);
  }

  private void held(String what, double figure, String side, double bar, boolean holds) {
    bars++;
    if (!holds) {
      missed.add(what);
    }
    row(what, figure, "%s %s%s".formatted(side, text(bar), holds ? "" : ", MISSED"));
  }

  private static void row(String what, double figure, String beside) {
    Kills.say("  %-72s %10s  %s", what, text(figure), beside);
  }

  private static String text(double figure) {
    return figure == Math.rint(figure) && Math.abs(figure) < 1e9
        ? "%,d".formatted((long) figure)
        : "%,.4g".formatted(figure);
  }

  /** Prints the last line and gives the exit code. */
  int close() {
    Kills.say(
        "%n%s: %d of %d bars hold%s",
        missed.isEmpty() ? "HOLDS" : "MISSED",
        bars - missed.size(),
        bars,
        missed.isEmpty() ? "" : ", not: " + String.join("; ", missed));
    return missed.isEmpty() ? 0 : 1;
  }
}
