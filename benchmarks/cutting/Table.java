import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

/** What all of it cost, a line for each way of cutting. */
final class Table {
  /** In which Lambda counts memory and layers. */
  static final double MIB = 1 << 20;

  private Table() {}

  static void heading() {
    var system = ManagementFactory.getOperatingSystemMXBean();
    System.out.printf(
        Locale.ROOT,
        "%d processors, load of the last minute %.1f%n",
        system.getAvailableProcessors(),
        system.getSystemLoadAverage());
    System.out.printf(
        "%-50s %-7s %8s %8s %9s %9s %9s %9s %8s%n",
        "", "", "seconds", "CPU s", "read MB", "index kB", "written", "in store", "RAM MiB");
  }

  static void rows(String what, List<Cost> costs) {
    row(what, "median", costs);
    row(
        "",
        "worst",
        List.of(
            new Cost(
                Cost.worst(costs, Cost::seconds),
                Cost.worst(costs, Cost::cpuSeconds),
                (long) Cost.worst(costs, Cost::peakBytes),
                new Store.Traffic(
                    0,
                    (long) Cost.worst(costs, it -> it.traffic().read()),
                    (long) Cost.worst(costs, it -> it.traffic().index()),
                    (long) Cost.worst(costs, it -> it.traffic().sent()),
                    (long) Cost.worst(costs, it -> it.traffic().copied())))));
  }

  static void row(String what, String which, List<Cost> costs) {
    System.out.printf(
        Locale.ROOT,
        "%-50s %-7s %8.2f %8.2f %9.2f %9.0f %9.2f %9.0f %8.0f%n",
        what,
        which,
        Cost.median(costs, Cost::seconds),
        Cost.median(costs, Cost::cpuSeconds),
        Cost.median(costs, it -> it.traffic().read() / 1e6),
        Cost.median(costs, it -> it.traffic().index() / 1e3),
        Cost.median(costs, it -> it.traffic().sent() / 1e6),
        Cost.median(costs, it -> it.traffic().copied() / 1e6),
        Cost.median(costs, it -> it.peakBytes() / MIB));
  }
}
