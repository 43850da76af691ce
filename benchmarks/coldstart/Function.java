import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.tools.ToolProvider;

/**
 * A function as it is deployed, and what stands beside it.
 *
 * @param name of its module and zip
 * @param byHand folder of the handler to compare with
 * @param event what both are asked
 */
record Function(String name, String handler, String byHand, String event) {
  /**
   * Unpacks the zip as Lambda does and compiles what stands beside it.
   *
   * @return the class path of both handlers
   */
  String unpack(Path folder) throws IOException {
    var task = Files.createDirectories(folder.resolve(name));
    var zip = Path.of("functions", name, "target", name + ".zip");
    unzip(zip, task);
    var jars = new ArrayList<>(List.of(task.toString()));
    jars.addAll(jarsIn(task.resolve("lib")));
    if (name.equals("clips")) {
      var layer = task.resolveSibling("layer");
      unzip(Path.of("layers", "javacv", "target", "javacv.zip"), layer);
      jars.addAll(jarsIn(layer.resolve("java/lib")));
    }
    var compiled = Files.createDirectories(folder.resolve(name + "-by-hand"));
    compile(jars, compiled);
    jars.add(compiled.toString());
    return String.join(File.pathSeparator, jars);
  }

  private static void unzip(Path zip, Path to) throws IOException {
    try (var archive = new ZipFile(zip.toFile())) {
      for (var entry : archive.stream().filter(it -> !it.isDirectory()).toList()) {
        var file = to.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.write(file, archive.getInputStream(entry).readAllBytes());
      }
    }
  }

  private void compile(List<String> jars, Path to) {
    var sources = Path.of("benchmarks", "coldstart", byHand);
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-nowarn",
                "-d",
                to.toString(),
                "-cp",
                String.join(File.pathSeparator, jars),
                sources.resolve("ByHand.java").toString(),
                sources.resolve("../Probe.java").normalize().toString());
    if (failed != 0) {
      throw new IllegalStateException("The handler written by hand does not compile");
    }
  }

  private static List<String> jarsIn(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::toString).filter(name -> name.endsWith(".jar")).sorted().toList();
    }
  }
}
