package clipdesk.newsletters.sending;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whether every subscriber gets a newsletter once, how fast, and at what cost: one table and, last,
 * the verdict.
 */
public final class Newsletters {
  private static final double ENOUGH = 0.95;

  private Newsletters() {}

  /**
   * @param arguments how many seeds, the first of them, how many at once, and whether the mails are
   *     valid HTML
   */
  public static void main(String... arguments) throws IOException {
    long seeds = Long.parseLong(arguments[0]);
    long first = Long.parseLong(arguments[1]);
    var out = System.out;
    var table = new Table(out);
    var verdict = new Verdict();
    Overheard.during(
        overheard -> {
          if (seeds == 1) {
            replay(first, overheard, out, verdict);
            return;
          }
          boolean valid = arguments[3].equals("yes");
          table.row(
              "kinds of mails with an error of html-validate, in three languages", valid ? 0 : 1);
          verdict.holds("valid HTML", valid);
          table.heading("memory and work by the size of a list");
          Sizes.print(table, verdict);
          table.heading("rate kept: simulated clock, SES answers in 80 to 300 ms");
          for (int rate : new int[] {14, 50, 500, 833}) {
            rateKept(rate, table, verdict);
          }
          table.heading("enumeration: a campaign of two people");
          enumerate(table, verdict);
          table.heading("switched-on faults, and after how many seeds each is found");
          faults(table, verdict);
          table.heading("simulation, seeds %d to %d".formatted(first, first + seeds - 1));
          new Seeds(first, seeds, Integer.parseInt(arguments[2]), overheard, out)
              .run()
              .print(table, verdict);
        });
    System.exit(verdict.close(out));
  }

  private static void replay(
      long seed, Overheard overheard, java.io.PrintStream out, Verdict verdict) {
    var whole =
        Simulation.run(WorldSize.of(seed), new Luck(seed), SimulatedFault.NONE, overheard, true);
    out.println(whole.history());
    whole.violations().forEach(out::println);
    if (!whole.isSound()) {
      out.println(Shrinking.of(seed, SimulatedFault.NONE, overheard).text());
    }
    verdict.holds("seed " + seed, whole.isSound());
  }

  private static void rateKept(int rate, Table table, Verdict verdict) {
    var kept = RateKept.of(rate);
    table.row(
        "%d a second, %d senders: %% of it from the first to the last mail"
            .formatted(rate, kept.senders()),
        100 * kept.kept());
    table.row("  throttling answers", kept.throttled());
    verdict.holds(
        rate + " a second kept",
        kept.kept() >= ENOUGH && kept.throttled() == 0 && kept.everybodySent());
  }

  private static void enumerate(Table table, Verdict verdict) {
    var all = Enumeration.of(/* part= */ 0, /* of= */ 1);
    table.row("combinations", all.combinations());
    table.row("that end in what must not be", all.failures().size());
    all.failures().stream().limit(3).forEach(it -> table.row(it, ""));
    verdict.holds("every combination", all.failures().isEmpty());
  }

  private static void faults(Table table, Verdict verdict) throws IOException {
    var notFound = new AtomicInteger();
    for (var fault : SimulatedFault.values()) {
      if (fault == SimulatedFault.NONE) {
        continue;
      }
      Overheard.during(
          overheard -> {
            long seed = Simulation.finding(fault, 0, Simulation.SEEDS_FOR_A_FAULT - 1, overheard);
            table.row(
                fault.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                seed < 0 ? "not found" : seed + 1);
            verdict.holds(fault.name(), seed >= 0);
            notFound.addAndGet(seed < 0 ? 1 : 0);
          });
    }
    table.row("faults that are not found", notFound.get());
  }
}
