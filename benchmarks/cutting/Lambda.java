import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** The function's zip and its layer, unpacked as Lambda does, and processes that run them. */
final class Lambda {
  /** As the managed runtime starts a function of 3008 MB. */
  private static final List<String> FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xmx2556m",
          "--sun-misc-unsafe-memory-access=allow");

  /** Of {@code bin/cut}, with as much memory as a function has. */
  private static final List<String> PROGRAM_FLAGS =
      List.of(
          "-Xmx2556m",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  /** What the template says beyond names of buckets. */
  private static final Pattern SETTING =
      Pattern.compile("\\s+(JAVA_TOOL_OPTIONS|MALLOC_\\w+): \"(.*)\"");

  private final Path folder;
  private final Path temporary;
  private final Store store;
  private final String classPath;

  /** With this benchmark's own classes behind the function's. */
  Lambda(Path folder, String classes, Store store) throws IOException {
    this.folder = folder;
    this.store = store;
    this.temporary = Files.createDirectories(folder.resolve("temporary"));
    unzip(Path.of("functions", "clips", "target", "clips.zip"), folder.resolve("task"));
    unzip(Path.of("layers", "javacv", "target", "javacv.zip"), folder.resolve("layer"));
    var jars = new ArrayList<>(List.of(folder.resolve("task").toString()));
    jars.addAll(jarsIn(folder.resolve("task/lib")));
    jars.addAll(jarsIn(folder.resolve("layer/java/lib")));
    jars.add(classes);
    classPath = String.join(File.pathSeparator, jars);
  }

  /** Seconds from the start of a process until the libraries are there. */
  double secondsToNatives() throws IOException {
    long began = System.nanoTime();
    try (var lines = reader(start(List.of("Runner", "natives")).getInputStream())) {
      await(lines, "loaded");
      return (System.nanoTime() - began) / 1e9;
    }
  }

  /** {@link Engine} in a process of its own, as {@code bin/cut} starts one; it takes jobs. */
  Warm engine() throws IOException {
    var flags = new ArrayList<>(PROGRAM_FLAGS);
    flags.addAll(layerFlags(settings().get("JAVA_TOOL_OPTIONS")));
    return new Warm(start(flags, Map.of(), List.of("Engine")));
  }

  /** Where the libraries are; what else is said is about a function. */
  private static List<String> layerFlags(String options) {
    return Stream.of(options.split(" ")).filter(it -> it.startsWith("-Dorg.bytedeco.")).toList();
  }

  Warm warm() throws IOException {
    return new Warm(start(List.of("Runner", "function")));
  }

  /** A process that takes one cut after the other. */
  final class Warm implements AutoCloseable {
    private final Process process;
    private final BufferedReader lines;
    private final Writer jobs;

    private Warm(Process process) {
      this.process = process;
      this.lines = reader(process.getInputStream());
      this.jobs = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    }

    /**
     * @throws IllegalStateException if there is no clip afterwards
     */
    Cost cut(Request request) throws IOException {
      request.putInto(store);
      var cost = cut(request.clipId());
      request.requireClip(store);
      return cost;
    }

    /** Into a file, which is gone afterwards. */
    Cost cut(Engine.Job job) throws IOException {
      var cost = cut(job.line());
      long written = Files.size(job.clip());
      Files.delete(job.clip());
      return cost.having(written);
    }

    private Cost cut(String line) throws IOException {
      var before = store.traffic();
      jobs.write(line + "\n");
      jobs.flush();
      return cost(await(lines, "cost"), before);
    }

    @Override
    public void close() throws IOException {
      jobs.close();
      lines.close();
      process.destroy();
    }
  }

  private Cost cost(String line, Store.Traffic before) {
    var words = line.split(" ", -1);
    return new Cost(
        Double.parseDouble(words[0]),
        Double.parseDouble(words[1]),
        Long.parseLong(words[2]) << 10,
        store.traffic().minus(before));
  }

  private Process start(List<String> program) throws IOException {
    var flags = new ArrayList<>(FLAGS);
    var settings = settings();
    // As arguments, for the virtual machine announces those it finds in the environment.
    flags.addAll(List.of(settings.remove("JAVA_TOOL_OPTIONS").split(" ")));
    return start(flags, settings, program);
  }

  private Process start(List<String> flags, Map<String, String> settings, List<String> program)
      throws IOException {
    var command = new ArrayList<String>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(flags);
    command.add("-Djava.io.tmpdir=" + temporary);
    command.addAll(List.of("-cp", classPath));
    command.addAll(program);
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder
        .environment()
        .putAll(
            Map.of(
                "LD_LIBRARY_PATH", folder.resolve("layer/lib").toString(),
                "MASTERS_BUCKET", "masters",
                "CLIPS_BUCKET", "clips",
                "AWS_REGION", "eu-west-3",
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test",
                "AWS_ENDPOINT_URL", store.address().toString()));
    builder.environment().putAll(settings);
    return builder.start();
  }

  /** With a folder of our own for temporary files, in which none shall be found. */
  private Map<String, String> settings() throws IOException {
    var settings = new HashMap<String, String>();
    for (var line : Files.readAllLines(Path.of("template.yaml"))) {
      var setting = SETTING.matcher(line);
      if (setting.matches()) {
        settings.put(setting.group(1), setting.group(2).replace("/tmp/", temporary + "/"));
      }
    }
    return settings;
  }

  /** Bytes that the function has written to its disk. */
  long temporaryBytes() throws IOException {
    return bytesIn(temporary);
  }

  long layerBytes() throws IOException {
    return bytesIn(folder.resolve("layer"));
  }

  private static long bytesIn(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.map(Path::toFile).filter(File::isFile).mapToLong(File::length).sum();
    }
  }

  private static BufferedReader reader(InputStream in) {
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  private static String await(BufferedReader lines, String word) throws IOException {
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(word + " ")) {
        return line.substring(word.length() + 1);
      }
    }
    throw new IllegalStateException("The process ended before it said " + word);
  }

  private static void unzip(Path zip, Path to) throws IOException {
    try (var archive = new ZipFile(zip.toFile())) {
      for (var entry : archive.stream().filter(it -> !it.isDirectory()).toList()) {
        var file = to.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        try (var in = archive.getInputStream(entry)) {
          Files.copy(in, file);
        }
      }
    }
  }

  private static List<String> jarsIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::toString).filter(name -> name.endsWith(".jar")).sorted().toList();
    }
  }
}
