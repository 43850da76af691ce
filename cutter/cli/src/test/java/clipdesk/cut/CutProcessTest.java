package clipdesk.cut;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.cutter.testmedia.MasterType;
import clipdesk.cutter.testmedia.Masters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program as a process of its own: stopped in the middle, twice at once, without settings. */
final class CutProcessTest {
  private static final Path MASTER =
      Masters.ofSeconds(20).get(MasterType.CLOSED_GOP).toAbsolutePath();

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM", "HUP"})
  void stoppedCutLeavesNothing(String signal) throws IOException, InterruptedException {
    var mine = Files.writeString(folder.resolve("clip.mp4.part"), "mine");
    var cut =
        start(
            MASTER,
            "--from",
            "f0",
            "--to",
            "f500",
            "--method",
            "reencode",
            "--report",
            folder.resolve("report.json"));
    Processes.awaitFiles(folder, 3, cut);

    new ProcessBuilder("kill", "-" + signal, Long.toString(cut.pid())).start().waitFor();

    assertThat(cut.waitFor()).isGreaterThan(2);
    assertThat(contents()).containsExactly(mine);
  }

  @Test
  void ofTwoCutsOntoOneNameOneWinsAndTheOtherSaysSo() throws IOException, InterruptedException {
    var one = start(MASTER, "--from", "f0", "--to", "f60", "--method", "reencode");
    var other = start(MASTER, "--from", "f0", "--to", "f60", "--method", "reencode");

    assertThat(List.of(one.waitFor(), other.waitFor())).containsExactlyInAnyOrder(0, 1);
    assertThat(contents()).containsExactly(folder.resolve("clip.mp4"));
  }

  @Test
  void missingRegionAndCredentialsAreNamed() throws IOException, InterruptedException {
    var none = process("s3://bucket/x.mp4", "--from", "f0", "--to", "f1");
    none.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    none.environment().put("AWS_EC2_METADATA_DISABLED", "true");
    none.environment().put("AWS_CONFIG_FILE", folder.resolve("none").toString());
    none.environment().put("AWS_SHARED_CREDENTIALS_FILE", folder.resolve("none").toString());
    assertThat(output(none))
        .isEqualTo("No AWS region is known to read s3://bucket/x.mp4 in. Set AWS_REGION.\n");

    none.environment().put("AWS_REGION", "eu-west-1");
    assertThat(output(none)).startsWith("No AWS credentials are known").endsWith("KEY.\n");
  }

  private static String output(ProcessBuilder process) throws IOException, InterruptedException {
    var started = process.redirectOutput(ProcessBuilder.Redirect.PIPE).start();
    var text = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(started.waitFor()).isEqualTo(1);
    return text;
  }

  private Process start(Object source, Object... more) throws IOException {
    return process(source, more).start();
  }

  private ProcessBuilder process(Object source, Object... more) {
    var arguments = new ArrayList<Object>(List.of(source, folder.resolve("clip.mp4")));
    arguments.addAll(List.of(more));
    return Processes.of(Cut.class, arguments.toArray());
  }

  private List<Path> contents() throws IOException {
    return Processes.contents(folder);
  }
}
