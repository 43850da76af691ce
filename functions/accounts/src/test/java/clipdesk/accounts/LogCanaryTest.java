package clipdesk.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a process of its own, because how much is logged is settled when a function starts. */
final class LogCanaryTest {
  @TempDir private Path folder;

  @Test
  void noPasswordCodeTokenHashOrAddressIsEverLogged() throws Exception {
    var secrets = folder.resolve("secrets");

    var log = logOf(LogCanaryStory.class, secrets);

    assertThat(log)
        .contains(
            "Unexpected failure",
            "Sessions could not be ended",
            "Cognito refused",
            "\"audit\":\"sign-in\"");
    assertThat(Files.readAllLines(secrets))
        .hasSizeGreaterThan(20)
        .allSatisfy(secret -> assertThat(secret).hasSizeGreaterThan(5))
        .filteredOn(log::contains)
        .isEmpty();
  }

  private String logOf(Class<?> story, Path secrets) throws IOException, InterruptedException {
    var log = folder.resolve("log");
    var process =
        new ProcessBuilder(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path") + File.pathSeparator + "target/test-classes",
                story.getName(),
                secrets.toString()));
    process.environment().put("AWS_LAMBDA_LOG_LEVEL", "TRACE");
    process.environment().put("AWS_REGION", "eu-west-3");
    process.redirectErrorStream(true).redirectOutput(log.toFile());
    assertThat(process.start().waitFor()).as(() -> "see " + log).isZero();
    return Files.readString(log);
  }
}
