package clipdesk.cut;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Programs of this module as processes of their own, for what only a process can show: signals. */
final class Processes {
  private static final Duration LONG = Duration.ofMinutes(2);

  private Processes() {}

  /** Not started yet; what it says is dropped. */
  static ProcessBuilder of(Class<?> program, Object... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
    for (var argument : arguments) {
      command.add(argument.toString());
    }
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
  }

  /**
   * Polls until so many files lie in the folder: the process is at its work, and not done with it.
   */
  static void awaitFiles(Path folder, int count, Process process)
      throws IOException, InterruptedException {
    var deadline = Instant.now().plus(LONG);
    while (contents(folder).size() < count) {
      assertThat(process.isAlive()).isTrue();
      assertThat(Instant.now()).isBefore(deadline);
      Thread.sleep(5);
    }
  }

  static List<Path> contents(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
