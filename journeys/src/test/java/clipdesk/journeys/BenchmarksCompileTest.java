package clipdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Benchmarks are run by hand and stand in no module: this says at once when a change has left one
 * of them behind. It takes the classes of the whole build, which comes before this module.
 */
final class BenchmarksCompileTest {
  private static final Path REPOSITORY = Path.of("..");

  /** Folders whose programs take those of another one, as `bin/bench` compiles them. */
  private static final Map<String, String> TAKES =
      Map.of("answers", "kills", "halts", "kills", "mails", "kills", "search", "coldstart");

  @TempDir private Path classes;

  static List<Path> folders() throws IOException {
    try (var folders = Files.list(REPOSITORY.resolve("benchmarks"))) {
      return folders.filter(folder -> !programs(folder).isEmpty()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("folders")
  void everyProgramOfTheFolderCompiles(Path folder) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var said = new StringWriter();
    var taken = TAKES.get(folder.getFileName().toString());
    var programs =
        Stream.concat(
                programs(folder).stream(),
                taken == null ? Stream.of() : programs(folder.resolveSibling(taken)).stream())
            .toList();

    try (var files = compiler.getStandardFileManager(null, null, null)) {
      var options = List.of("-proc:none", "-d", classes.toString(), "-cp", everyClass());
      compiler
          .getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(programs))
          .call();
    }

    assertThat(said.toString().lines().filter(line -> line.contains("error:"))).isEmpty();
  }

  private static List<Path> programs(Path folder) {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (NotDirectoryException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String everyClass() throws IOException {
    var own = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    var ofCutter = Files.readString(REPOSITORY.resolve("cutter/cli/target/classpath")).strip();
    try (var files = Files.walk(REPOSITORY, 5)) {
      var built = files.filter(BenchmarksCompileTest::isBuilt).map(Path::toString).sorted();
      return Stream.concat(built, Stream.of(ofCutter, own))
          .collect(Collectors.joining(File.pathSeparator));
    }
  }

  private static boolean isBuilt(Path path) {
    var text = path.toString();
    return text.endsWith("/target/classes")
        || text.endsWith("/target/test-classes")
        || (text.contains("/target/lib/") && text.endsWith(".jar"));
  }
}
