package clipdesk.journeys.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code make demo} prints while it builds, with a Maven of our own words. */
final class BuildOutputTest {

  @Test
  void everyModuleIsALineAndNoneBeginsWithAColour() throws Exception {
    assertThat(
            printed(
                "3600",
                0,
                """
                printf '\\033[0m\\033[0m\\n'
                echo '[INFO] Scanning for projects...'
                echo '[INFO] Building Clipdesk cutter 0.1.0                  [3/10]'
                printf '[\\033[1;34mINFO\\033[m] \\033[1mBuilding Clipdesk media 0.1.0  [6/10]\\033[m\\n'
                echo '[WARNING] something'
                """))
        .containsExactly("     3/10  Clipdesk cutter", "     6/10  Clipdesk media");
  }

  @Test
  void moduleThatTakesLongSaysWhatItIsAt() throws Exception {
    var lines =
        printed(
            "0.2",
            0,
            """
            echo '[INFO] Building Clipdesk cutter 0.1.0                  [3/10]'
            echo '[INFO] --- maven-compiler-plugin:3.14.0:compile (default-compile) @ cutter ---'
            sleep 2
            """);

    assertThat(lines).hasSizeGreaterThan(2);
    assertThat(lines.subList(1, lines.size()))
        .allMatch(line -> line.contains("compiler:compile …"));
  }

  @Test
  void failureIsShownAndKeepsItsExitCode() throws Exception {
    assertThat(
            printed("3600", 3, "echo '[INFO] so far'; echo '[ERROR] Foo.java:[3,1] wrong'; exit 3"))
        .containsExactly("[ERROR] Foo.java:[3,1] wrong");
  }

  private static List<String> printed(String everySeconds, int exitCode, String script)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder("../bin/build", "sh", "-c", script).redirectErrorStream(true);
    builder.environment().put("PROGRESS_SECONDS", everySeconds);
    var process = builder.start();
    var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(text).isEqualTo(exitCode);
    return text.lines().toList();
  }
}
