package clipdesk.cutter.testmedia;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The {@code ffmpeg} command line program as {@code bin/ffmpeg} installs it: another build than the
 * product's natives, so that what decodes a clip here is not what made it. Tests only.
 */
public final class FfmpegProgram {
  private static final String PATH = find(Path.of("").toAbsolutePath());

  private FfmpegProgram() {}

  /** Tests run in their module's folder, benchmarks in the project's. */
  private static String find(Path folder) {
    var program = folder.resolve("bin").resolve("ffmpeg");
    if (Files.isExecutable(program)) {
      return program.toString();
    }
    if (folder.getParent() == null) {
      throw new IllegalStateException("There is no bin/ffmpeg above the working directory");
    }
    return find(folder.getParent());
  }

  /**
   * Runs the program on one thread, so that the same arguments give the same bytes.
   *
   * @return what it had to complain about, one message a line; empty if nothing
   * @throws IllegalStateException if it fails
   */
  public static String run(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(PATH, "-nostdin", "-y", "-v", "error"));
    command.addAll(List.of("-filter_threads", "1", "-filter_complex_threads", "1"));
    command.addAll(arguments);
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int status = process.waitFor();
      if (status != 0) {
        throw new IllegalStateException(
            "%s ended with status %d: %s".formatted(String.join(" ", command), status, said));
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException("ffmpeg cannot be run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while ffmpeg ran", e);
    }
  }
}
