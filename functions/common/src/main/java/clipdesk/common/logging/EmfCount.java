package clipdesk.common.logging;

import clipdesk.common.aws.Environment;
import clipdesk.common.json.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts by log lines that CloudWatch reads as metrics (embedded metric format). */
public final class EmfCount {
  private static final String NAMESPACE = "Clipdesk";

  /** Tells the stacks of one account apart. */
  private static final String FUNCTION =
      Environment.ofProcess().optionalText("AWS_LAMBDA_FUNCTION_NAME").orElse("local");

  private static final String STACK = Environment.ofProcess().optionalText("STACK").orElse("local");

  private EmfCount() {}

  /**
   * Counts one, on a line of its own on the output, because the format must be the whole line.
   *
   * @param more dimensions beside {@code function}, of few values each
   */
  public static void print(String metric, Map<String, String> more) {
    var members = new TreeMap<>(more);
    members.put("function", FUNCTION);
    print(metric, members, List.of(List.copyOf(members.keySet())));
  }

  /**
   * Tells how much of something there was, for its average and its extremes.
   *
   * @param unit one of CloudWatch's, such as {@code Percent}
   */
  public static void printValue(String metric, double value, String unit) {
    print(metric, value, unit, Map.of("function", FUNCTION), List.of(List.of("function")));
  }

  /**
   * Counts one of something that any function may meet: by the stack, where one alarm hears of all,
   * and by one more dimension beside it. The line names the function.
   */
  public static void printOfStack(String metric, String dimension, String value) {
    var members = new TreeMap<>(Map.of("stack", STACK, dimension, value, "function", FUNCTION));
    print(metric, members, List.of(List.of("stack"), List.of("stack", dimension)));
  }

  /**
   * Tells several figures on one line.
   *
   * @param units of CloudWatch, by the members that are metrics
   * @param members these, and what else the line says
   */
  public static void printLine(Map<String, String> units, Map<String, ?> members) {
    var line = new TreeMap<String, Object>(members);
    line.put("function", FUNCTION);
    print(units, line, List.of(List.of("function")));
  }

  private static void print(
      String metric, Map<String, String> members, List<List<String>> dimensions) {
    print(metric, 1, "Count", members, dimensions);
  }

  private static void print(
      String metric,
      Number value,
      String unit,
      Map<String, String> members,
      List<List<String>> dimensions) {
    var line = new TreeMap<String, Object>(members);
    line.put(metric, value);
    print(Map.of(metric, unit), line, dimensions);
  }

  private static void print(
      Map<String, String> units, Map<String, Object> line, List<List<String>> dimensions) {
    var metrics =
        units.entrySet().stream()
            .map(it -> Map.of("Name", it.getKey(), "Unit", it.getValue()))
            .toList();
    line.put(
        "_aws",
        Map.of(
            "Timestamp", System.currentTimeMillis(),
            "CloudWatchMetrics",
                List.of(
                    Map.of("Namespace", NAMESPACE, "Dimensions", dimensions, "Metrics", metrics))));
    System.out.println(Json.text(line));
  }
}
