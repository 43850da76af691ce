import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Locale;

/** Plays every endpoint for every kind of address, round by round, and prints what it took. */
final class Rounds {
  private static final int WARMING = 5;
  private static final double SLOW_FLOOR_MILLIS = 1000;
  private static final double FAST_FLOOR_MILLIS = 400;
  private static final double CPU_BAR_MILLIS = 60;
  private static final double TEN_TIMES = 10;

  /**
   * @param arguments rounds that are counted
   */
  public static void main(String... arguments) throws IOException {
    int counted = Integer.parseInt(arguments[0]);
    var out = System.out;
    // Metric lines of the function are none of the table's.
    System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    var times = new Times();
    try (var story = new Story(times)) {
      for (int i = 0; i < WARMING + counted; i++) {
        if (i == WARMING) {
          times.forget();
        }
        for (var kind : Story.Kind.values()) {
          story.play(kind);
        }
        story.account();
      }
    }
    System.setOut(out);
    print(times, counted);
  }

  private static void print(Times times, int rounds) {
    System.out.printf("medians of %d rounds, milliseconds without floors%n%n", rounds);
    System.out.printf("%-22s", "wall");
    for (var kind : Story.Kind.values()) {
      System.out.printf("%13s", kind.name().toLowerCase(Locale.ROOT));
    }
    System.out.printf("%9s%9s%n", "ratio", "floor");
    boolean below = true;
    double widest = 0;
    for (var endpoint : times.endpoints()) {
      if (!times.perAddress(endpoint)) {
        continue;
      }
      double floor = endpoint.contains("*") ? FAST_FLOOR_MILLIS : SLOW_FLOOR_MILLIS;
      System.out.printf("%-22s", endpoint);
      for (var kind : Story.Kind.values()) {
        System.out.printf(Locale.ROOT, "%13.1f", times.wallMillis(endpoint, kind.name()));
      }
      System.out.printf(Locale.ROOT, "%9.1f%9.0f%n", times.ratio(endpoint), floor);
      below &= times.slowestMillis(endpoint) < floor;
      widest = Math.max(widest, times.ratio(endpoint));
    }
    System.out.printf("%n%-22s%13s%n", "CPU of a warm request", "mean");
    double most = 0;
    for (var endpoint : times.endpoints()) {
      double cpu = times.cpuMillis(endpoint);
      most = Math.max(most, cpu);
      System.out.printf(Locale.ROOT, "%-22s%13.1f%n", endpoint, cpu);
    }
    System.out.printf(
        Locale.ROOT,
        "%n%s: the same order of magnitude for all four (ratio at most %.1f), every median %s its"
            + " floor; at most %.1f ms CPU, the bar is %.0f%n",
        below && widest < TEN_TIMES && most <= CPU_BAR_MILLIS ? "HELD" : "MISSED",
        widest,
        below ? "below" : "NOT below",
        most,
        CPU_BAR_MILLIS);
  }
}
