package clipdesk.journeys;

import java.util.regex.Pattern;

/** What the functions of the newsletters cost by their own reports. */
record Ran(int invocations, double gigabyteSeconds, long loggedBytes) {
  private static final Pattern REPORT =
      Pattern.compile("Billed Duration: (\\d+) ms\\tMemory Size: (\\d+) MB");

  static Ran of(Logs logs) {
    int invocations = 0;
    double gigabyteSeconds = 0;
    long bytes = 0;
    for (var group : logs.all().entrySet()) {
      if (!group.getKey().matches(".*-newsletters-(planner|sender|events|tick)")) {
        continue;
      }
      bytes += group.getValue().length();
      var reports = REPORT.matcher(group.getValue());
      while (reports.find()) {
        invocations++;
        gigabyteSeconds +=
            Double.parseDouble(reports.group(1))
                / 1000
                * Double.parseDouble(reports.group(2))
                / 1024;
      }
    }
    return new Ran(invocations, gigabyteSeconds, bytes);
  }
}
