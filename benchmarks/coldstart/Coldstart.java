import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How long a fresh function takes to its first answer, and what a warm one costs a request: each of
 * ours from its deployed zip, beside a stream handler written by hand that asks the same of AWS
 * (here a stub on this machine, so that no network is measured) and answers as much.
 */
final class Coldstart {
  /** As the managed runtime starts Java. */
  private static final List<String> FLAGS =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m");

  private static final double BAR = 2.0;
  private static final Pattern VARIABLE =
      Pattern.compile("^ {10}([A-Z][A-Z0-9_]+): (?:!Ref (\\w+)|\"(.*)\"|.*)$", Pattern.MULTILINE);
  private static final String API = "clipdesk.common.web.ApiFunction";

  private static final List<Function> FUNCTIONS =
      List.of(
          new Function("accounts", API, "account", "GET /v1/me"),
          new Function("media", API, "query", "GET /v1/videos"),
          new Function("newsletters", API, "caller", "GET /v1/me/subscriptions"),
          new Function(
              "clips",
              "clipdesk.clips.cutting.ClipRequestHandler",
              "gone",
              "events/clip-request-stored.json"));

  /** Of a start, and of a request when it is warm. */
  record Cost(double firstMillis, double warmMillis) {}

  /**
   * @param arguments starts of each function
   */
  public static void main(String... arguments) throws IOException, InterruptedException {
    int starts = Integer.parseInt(arguments[0]);
    var folder = Files.createTempDirectory("coldstart-");
    var aws = StubOfAws.start();
    System.out.printf("%-12s %28s %28s%n", "", "first answer, ms", "CPU a warm request, ms");
    System.out.printf(
        "%-12s %9s %9s %8s %9s %9s %8s%n",
        "function", "ours", "by hand", "ratio", "ours", "by hand", "ratio");
    double worst = 0;
    try {
      for (var function : FUNCTIONS) {
        var classPath = function.unpack(folder);
        var ours = new ArrayList<Cost>();
        var byHand = new ArrayList<Cost>();
        for (int i = 0; i < starts; i++) {
          ours.add(run(function, function.handler(), classPath, aws));
          byHand.add(run(function, "ByHand", classPath, aws));
        }
        print(function.name(), median(ours), median(byHand));
        worst = Math.max(worst, median(ours).firstMillis() / median(byHand).firstMillis());
      }
    } finally {
      aws.stop(0);
      delete(folder);
    }
    System.out.printf(
        Locale.ROOT,
        "%s: first answers take up to %.2f times the handler by hand, the bar is %.1f%n",
        worst <= BAR ? "REACHED" : "MISSED",
        worst,
        BAR);
  }

  private static void print(String name, Cost ours, Cost byHand) {
    System.out.printf(
        Locale.ROOT,
        "%-12s %9.0f %9.0f %8.2f %9.2f %9.2f %8.2f%n",
        name,
        ours.firstMillis(),
        byHand.firstMillis(),
        ours.firstMillis() / byHand.firstMillis(),
        ours.warmMillis(),
        byHand.warmMillis(),
        ours.warmMillis() / byHand.warmMillis());
  }

  static Cost median(List<Cost> costs) {
    return new Cost(
        costs.stream().mapToDouble(Cost::firstMillis).sorted().toArray()[costs.size() / 2],
        costs.stream().mapToDouble(Cost::warmMillis).sorted().toArray()[costs.size() / 2]);
  }

  private static Cost run(Function function, String handler, String classPath, HttpServer aws)
      throws IOException, InterruptedException {
    return run(function, handler, classPath, environment(aws));
  }

  /** In a process of its own. */
  static Cost run(
      Function function, String handler, String classPath, Map<String, String> environment)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(FLAGS);
    command.addAll(List.of("-cp", classPath, "Probe", handler, function.event()));
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(environment);
    long began = System.nanoTime();
    var process = builder.start();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      awaitLine(lines, "answered");
      double first = (System.nanoTime() - began) / 1e6;
      double warm = Double.parseDouble(awaitLine(lines, "warm"));
      process.waitFor();
      return new Cost(first, warm);
    }
  }

  private static String awaitLine(BufferedReader lines, String word) throws IOException {
    var said = new ArrayList<String>();
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(word + " ")) {
        return line.substring(word.length() + 1);
      }
      said.add(line);
    }
    throw new IllegalStateException(
        "The function ended before it was %s: %s".formatted(word, String.join("\n", said)));
  }

  /** Whatever the template gives some function: a number where the parameter is one. */
  static Map<String, String> environment(HttpServer aws) throws IOException {
    var template = Files.readString(Path.of("template.yaml"));
    var environment = new TreeMap<String, String>();
    VARIABLE
        .matcher(template)
        .results()
        .forEach(
            it ->
                environment.put(
                    it.group(1),
                    it.group(3) != null
                        ? it.group(3)
                        : isNumber(template, it.group(2)) ? "100" : "any"));
    // How the probe itself is run, and what only stands on AWS.
    environment.keySet().removeIf(it -> it.startsWith("JAVA_") || it.startsWith("MALLOC_"));
    environment.put("EDGE_KEY_ARN", "");
    environment.put("SES_MAX_SEND_RATE", "");
    environment.put("SES_MAX_24H", "");
    environment.put("PARKED_MAILS", "ask");
    environment.put("MICRONAUT_SERVER_CORS_LOCALHOST_PASS_THROUGH", "false");
    environment.put("WEB_ORIGIN", "https://clipdesk.example");
    environment.put("PUBLIC_BASE_URL", "https://api.clipdesk.example");
    environment.put("DEFAULT_LANGUAGE", "en");
    environment.put("NEWSLETTERS_API", "readers");
    environment.put("MEDIA_API", "videos");
    environment.put("AWS_REGION", "eu-west-3");
    environment.put("AWS_ACCESS_KEY_ID", "test");
    environment.put("AWS_SECRET_ACCESS_KEY", "test");
    environment.put("AWS_ENDPOINT_URL", "http://127.0.0.1:" + aws.getAddress().getPort());
    return environment;
  }

  private static boolean isNumber(String template, String parameter) {
    return parameter != null && template.contains("\n  " + parameter + ":\n    Type: Number\n");
  }

  static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
