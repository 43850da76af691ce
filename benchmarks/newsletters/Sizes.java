package clipdesk.newsletters.sending;

import clipdesk.newsletters.deliveries.DeliveryState;
import java.util.ArrayList;
import java.util.List;

/** What a list costs by its size: memory of the workers, slots of a resume, time of a look. */
final class Sizes {
  private static final double MEGABYTE = 1_048_576;
  private static final double WITHIN = 1.10;
  private static final double MOST_MEGABYTES = 256;
  private static final double TICK_SECONDS = 10;
  private static final double REPORT_SECONDS = 1;
  private static final double RESUME_SLOTS = 0.15;

  private Sizes() {}

  static void print(Table table, Verdict verdict) {
    memory(table, verdict);
    resume(table, verdict);
    looks(table, verdict);
  }

  private static void memory(Table table, Verdict verdict) {
    // What classes and code take is there from the first.
    new Crowd(1_000).work();
    var heaps = new ArrayList<Double>();
    for (int size : List.of(1_000, 10_000, 100_000)) {
      var crowd = new Crowd(size);
      crowd.work();
      heaps.add(crowd.mostHeap() / MEGABYTE);
      table.row(
          "heap after GC, planner, sender, events and tick at %,d people, MB".formatted(size),
          heaps.getLast());
    }
    table.row(
        "heap at 100,000 people, % of that at 1,000", 100 * heaps.getLast() / heaps.getFirst());
    verdict.holds(
        "heap at 100,000 within 10 % of 1,000", heaps.getLast() <= WITHIN * heaps.getFirst());
    verdict.holds("heap within 256 MB", heaps.getLast() <= MOST_MEGABYTES);
  }

  private static void resume(Table table, Verdict verdict) {
    int people = 1_000;
    int slots = Resumed.at(/* percent= */ 90, people);
    table.row("slots of a resume at 90 %%, of %,d".formatted(people), slots);
    verdict.holds("resume at 90 %", slots <= RESUME_SLOTS * people);
  }

  private static void looks(Table table, Verdict verdict) {
    for (int rows : List.of(100_000, 1_000_000)) {
      var crowd = new Crowd(rows);
      double report = crowd.report();
      table.row("report at %,d rows, s, at 10 ms a call".formatted(rows), report);
      verdict.holds("report at " + rows, report <= REPORT_SECONDS);
      for (var state : List.of(DeliveryState.PENDING, DeliveryState.SENT)) {
        double tick = crowd.tick(state, /* idle= */ false);
        table.row(
            "tick at %,d rows that are %s, s"
                .formatted(rows, state == DeliveryState.SENT ? "to be counted" : "open"),
            tick);
        verdict.holds("tick at " + rows + " " + state, tick <= TICK_SECONDS);
      }
      double again = crowd.tick(DeliveryState.PENDING, /* idle= */ true);
      table.row("tick at %,d rows whose hints are lost, s".formatted(rows), again);
      verdict.holds("tick at " + rows + " without hints", again <= TICK_SECONDS);
    }
  }
}
