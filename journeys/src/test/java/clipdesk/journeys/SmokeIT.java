package clipdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.journeys.demo.SyntheticMaster;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;

/** An operator's short journey, {@code bin/smoke}, says what holds and leaves no account behind. */
final class SmokeIT {
  private static final Stack STACK = Stack.deployed();
  private static final Path OUTPUTS =
      Path.of(System.getProperty("clipdesk.outputs")).toAbsolutePath();
  private static final Path ROOT = OUTPUTS.getParent().getParent();
  private static final String VIDEO = Person.unique("smoke");

  private final String address = Person.unique("operator") + "@press.example";

  @BeforeAll
  static void uploadAsTheExampleSays() throws IOException {
    var example = Files.readString(ROOT.resolve("docs/video.json"));
    var upload = new Upload(STACK, VIDEO);
    upload.master(SyntheticMaster.SHORT.in(Path.of("target/masters")));
    assertThat(upload.describe(example.replace("2026-02-12-ministers-presser", VIDEO)))
        .containsEntry("result", "accepted");
  }

  @Test
  void wholeJourneyIsRightAndItsAccountIsGone() throws Exception {
    var printed = smoke(0, OUTPUTS, "--video", VIDEO);

    assertThat(printed)
        .contains("signing in", "cutting frames [250, 300) of " + VIDEO, "compared: size and ")
        .contains("deleting the account", "Everything was right.")
        .doesNotContain("FAILED");
    accountIsGone();
  }

  @Test
  void videoThatIsNotThereIsSaidAndTheAccountIsGone() throws Exception {
    var printed = smoke(1, OUTPUTS, "--video", "no-such-video");

    assertThat(printed)
        .contains("listing the videos … FAILED", "answer 404 instead of 200: not-found, trace id ")
        .contains("deleting the account", "It failed listing the videos.")
        .doesNotContain("Everything was right");
    accountIsGone();
  }

  @Test
  void wrongCodeIsSaid() throws Exception {
    assertThat(smoke(1, OUTPUTS, "--code-command", "echo 'Your code: 000000'"))
        .contains("waiting for the code … FAILED", "answer 422 instead of 200: code-mismatch");
  }

  @Test
  void commandWithoutACodeIsSaid() throws Exception {
    assertThat(smoke(1, OUTPUTS, "--code-command", "echo no mail"))
        .contains("waiting for the code … FAILED", "that holds no six digits");
  }

  @Test
  void addressThatLeadsNowhereIsSaid(@TempDir Path folder) throws Exception {
    var elsewhere = folder.resolve("outputs.json");
    Files.writeString(elsewhere, Api.write(Map.of("ApiUrl", "http://localhost:1")));

    assertThat(smoke(1, elsewhere))
        .contains("asking for its health … FAILED", "base path")
        .doesNotContain("Traceback");
  }

  @Test
  void outputsThatAreNotThereAreSaid(@TempDir Path folder) throws Exception {
    assertThat(smoke(1, folder.resolve("outputs.json")))
        .contains("The outputs in ")
        .doesNotContain("Traceback");
  }

  private void accountIsGone() {
    try (var pool = STACK.cognito()) {
      assertThatThrownBy(
              () ->
                  pool.adminGetUser(
                      get -> get.userPoolId(STACK.output("UserPoolId")).username(address)))
          .isInstanceOf(UserNotFoundException.class);
    }
  }

  private String smoke(int exitCode, Path outputs, String... more)
      throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of("bin/smoke", "--outputs", outputs.toString(), "--address", address));
    command.addAll(List.of(more));
    var process =
        new ProcessBuilder(command).directory(ROOT.toFile()).redirectErrorStream(true).start();
    var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isEqualTo(exitCode);
    return printed;
  }
}
