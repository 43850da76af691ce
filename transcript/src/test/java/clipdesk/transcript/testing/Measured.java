package clipdesk.transcript.testing;

import clipdesk.transcript.timing.How;
import clipdesk.transcript.timing.WordTimes;
import java.util.stream.IntStream;

/** How well times fit a simulation; shares are in percent. */
public record Measured(
    double alignedOfHeard,
    int startP50,
    int startP95,
    int recogniserP95,
    double farOffOf10000,
    double unspokenTimed,
    double runsFound,
    double runsRight,
    double placedInside,
    int placedP95) {
  private static final int FAR_OFF_MS = 1_000;
  private static final int RUN = 3;

  public static Measured of(Simulation truth, WordTimes times) {
    var words = IntStream.range(0, times.size()).boxed().toList();
    var certain = words.stream().filter(it -> isCertain(times, it)).toList();
    var spoken = words.stream().filter(it -> truth.trueIn()[it] >= 0).toList();
    var heard = spoken.stream().filter(it -> truth.wasHeard()[it]).toList();
    var off =
        certain.stream()
            .filter(it -> truth.trueIn()[it] >= 0)
            .mapToInt(it -> Math.abs(times.in(it) - truth.trueIn()[it]))
            .sorted()
            .toArray();
    var recogniser =
        heard.stream()
            .mapToInt(it -> Math.abs(truth.recogniserIn()[it] - truth.trueIn()[it]))
            .sorted()
            .toArray();
    var placed = spoken.stream().filter(it -> times.how(it) == How.I).toList();
    var placedOff =
        placed.stream()
            .mapToInt(it -> Math.abs(times.in(it) - truth.trueIn()[it]))
            .sorted()
            .toArray();
    var inside =
        placed.stream()
            .filter(it -> Math.abs(times.in(it) - truth.trueIn()[it]) <= times.uncertainty(it))
            .count();
    var unspoken = times.size() - spoken.size();
    return new Measured(
        percent(heard.stream().filter(it -> isCertain(times, it)).count(), heard.size()),
        at(off, 50),
        at(off, 95),
        at(recogniser, 95),
        10_000.0
            * IntStream.of(off).filter(it -> it > FAR_OFF_MS).count()
            / Math.max(1, off.length),
        percent(certain.stream().filter(it -> truth.trueIn()[it] < 0).count(), unspoken),
        runs(times, truth, /* found= */ true),
        runs(times, truth, /* found= */ false),
        percent(inside, placed.size()),
        at(placedOff, 95));
  }

  private static boolean isCertain(WordTimes times, int word) {
    return times.how(word) == How.A || times.how(word) == How.F;
  }

  /** Of unspoken runs, how many are found; or of those found, how many are runs nobody spoke. */
  private static double runs(WordTimes times, Simulation truth, boolean found) {
    var all = 0;
    var agreeing = 0;
    for (int from = 0, to; from < times.size(); from = to + 1) {
      to = from;
      var both = 0;
      while (to < times.size() && (found ? truth.trueIn()[to] < 0 : times.how(to) == How.U)) {
        both += truth.trueIn()[to] < 0 && times.how(to) == How.U ? 1 : 0;
        to++;
      }
      if (to - from >= RUN) {
        all++;
        agreeing += both * 2 > to - from ? 1 : 0;
      }
    }
    return percent(agreeing, all);
  }

  private static double percent(long part, long whole) {
    return whole == 0 ? 100 : 100.0 * part / whole;
  }

  private static int at(int[] sorted, int percentile) {
    return sorted.length == 0
        ? 0
        : sorted[Math.min(sorted.length - 1, sorted.length * percentile / 100)];
  }
}
