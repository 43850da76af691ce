import clipdesk.common.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the accounts endpoints work for an address that is known, unknown, unconfirmed or disabled:
 * the function's own entry class in this machine's process, with the configuration of the deployed
 * function and no floor under its answers, against the local stack that {@code make up} leaves.
 */
final class Timing {
  private static final List<String> STACK =
      List.of(
          "localstack/stack",
          "--port",
          System.getenv().getOrDefault("STACK_PORT", "4566"),
          "aws",
          "lambda");

  /**
   * @param arguments rounds that are counted
   */
  public static void main(String... arguments) throws IOException, InterruptedException {
    var names =
        output(STACK, "list-functions", "--query", "Functions[].FunctionName", "--output", "text");
    var accounts =
        List.of(names.strip().split("\\s+")).stream()
            .filter(name -> name.endsWith("-accounts"))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("No accounts function: run make up"));
    var variables =
        Json.object(
            output(
                STACK,
                "get-function-configuration",
                "--function-name",
                accounts,
                "--query",
                "Environment.Variables",
                "--output",
                "json"));
    var command = new ArrayList<String>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    // As the managed runtime starts Java.
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("benchmarks/timing/Rounds.java", arguments[0]));
    var child = new ProcessBuilder(command).inheritIO();
    variables.forEach((name, value) -> child.environment().put(name, (String) value));
    child
        .environment()
        .putAll(
            Map.of(
                "ANSWER_FLOOR_SLOW_MS",
                "0",
                "ANSWER_FLOOR_FAST_MS",
                "0",
                "MAILS_PER_HOUR_AND_IP",
                "1000000",
                "FAILED_SIGN_INS_PER_HOUR_AND_IP",
                "1000000",
                "AWS_ENDPOINT_URL",
                System.getenv().getOrDefault("AWS_ENDPOINT_URL", "http://localhost:4566"),
                "AWS_REGION",
                "us-east-1",
                "AWS_ACCESS_KEY_ID",
                "test",
                "AWS_SECRET_ACCESS_KEY",
                "test",
                "AWS_LAMBDA_LOG_LEVEL",
                "ERROR"));
    System.exit(child.start().waitFor());
  }

  private static String output(List<String> command, String... arguments)
      throws IOException, InterruptedException {
    var whole = new ArrayList<>(command);
    whole.addAll(List.of(arguments));
    var process = new ProcessBuilder(whole).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("The local stack does not answer: run make up");
    }
    return text;
  }
}
