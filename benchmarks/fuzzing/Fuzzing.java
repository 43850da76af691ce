import clipdesk.cutter.codec.TestMaster;
import clipdesk.cutter.index.MasterIndex;
import clipdesk.cutter.index.MasterIndexReader;
import clipdesk.cutter.index.SampleIndex;
import clipdesk.cutter.index.SidecarIndex;
import clipdesk.cutter.io.MemorySource;
import clipdesk.cutter.testmedia.FfmpegProgram;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Coverage-guided fuzzing with Jazzer of all that reads files of strangers. A master: its index, a
 * cut index, parameter sets and headers of pictures, and a whole cut. A transcript: words that were
 * heard, official texts, and what is inside of a DOCX. Starts from sound files, in a process per
 * target. What is found stays in {@code target/fuzzing}, and so does the corpus for the next run.
 */
public final class Fuzzing {
  private static final Path FOLDER = Path.of("target", "fuzzing");
  private static final Path SOUND =
      Path.of("transcript/src/test/resources/clipdesk/transcript/fuzzing/sound");
  private static final List<Target> TARGETS =
      List.of(
          new Target("cutter", "Index"),
          new Target("cutter", "Transport"),
          new Target("cutter", "Mxf"),
          new Target("cutter", "Sidecar"),
          new Target("cutter", "Headers"),
          new Target("cutter", "Mpeg2"),
          new Target("cutter", "Cut"),
          new Target("transcript", "Words"),
          new Target("transcript", "Text"),
          new Target("transcript", "Document"));
  private static final Pattern PROGRESS =
      Pattern.compile("#(\\d+)\\s.*cov: (\\d+).*corp: (\\d+)/.*");

  /** Of which one input may keep the fuzzer waiting; a target's first one loads all classes. */
  private static final int TIMEOUT_SECONDS = 20;

  private static final int FRAMES = 40;

  /** A class of {@code clipdesk.MODULE.fuzzing}. */
  private record Target(String module, String name) {}

  private record Outcome(String target, long inputs, long edges, long corpus, boolean sound) {}

  private Fuzzing() {}

  /**
   * @param arguments seconds for each target; seed; class path of Jazzer
   */
  public static void main(String[] arguments) throws Exception {
    writeSeeds();
    System.out.printf("%-10s %10s %8s %8s  %s%n", "target", "inputs", "edges", "corpus", "found");
    List<Outcome> outcomes = new ArrayList<>();
    for (var target : TARGETS) {
      var outcome = run(target, arguments[0], arguments[1], arguments[2]);
      outcomes.add(outcome);
      System.out.printf(
          "%-10s %10d %8d %8d  %s%n",
          target.name(),
          outcome.inputs(),
          outcome.edges(),
          outcome.corpus(),
          outcome.sound() ? "nothing" : "see " + folder(target.name(), "log"));
    }
    long found = outcomes.stream().filter(outcome -> !outcome.sound()).count();
    System.out.printf(
        "FUZZING: %d targets, %d inputs, %d with findings (seed %s)%n",
        outcomes.size(), outcomes.stream().mapToLong(Outcome::inputs).sum(), found, arguments[1]);
    System.exit(found == 0 ? 0 : 1);
  }

  private static Path folder(String target, String what) {
    return FOLDER.resolve(target.toLowerCase(java.util.Locale.ROOT)).resolve(what);
  }

  private static Outcome run(Target of, String seconds, String seed, String jazzer)
      throws Exception {
    var target = of.name();
    Files.createDirectories(folder(target, "corpus"));
    Files.createDirectories(folder(target, "found"));
    var log = folder(target, "log");
    var process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-ea",
                "-Xmx1g",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dclipdesk.masters="
                    + FOLDER.resolve("master-0.mp4")
                    + File.pathSeparator
                    + FOLDER.resolve("transport.ts"),
                "-cp",
                System.getProperty("java.class.path") + ":" + jazzer,
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=clipdesk.%s.fuzzing.%sTarget".formatted(of.module(), target),
                "--instrumentation_includes=clipdesk.%s.**".formatted(of.module()),
                "--disabled_hooks=*",
                "--reproducer_path=" + folder(target, "found"),
                "-artifact_prefix=" + folder(target, "found") + "/",
                "-max_total_time=" + seconds,
                "-timeout=" + TIMEOUT_SECONDS,
                "-rss_limit_mb=3000",
                "-seed=" + seed,
                folder(target, "corpus").toString(),
                folder(target, "seeds").toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    int status = process.waitFor();
    var last = new Outcome(target, 0, 0, 0, false);
    for (var line : Files.readAllLines(log, java.nio.charset.StandardCharsets.ISO_8859_1)) {
      var progress = PROGRESS.matcher(line);
      if (progress.matches()) {
        last =
            new Outcome(
                target,
                Long.parseLong(progress.group(1)),
                Long.parseLong(progress.group(2)),
                Long.parseLong(progress.group(3)),
                status == 0);
      }
    }
    return last;
  }

  private static void writeSeeds() throws IOException {
    for (var target : TARGETS) {
      Files.createDirectories(folder(target.name(), "seeds"));
    }
    copyTranscripts();
    var kinds =
        List.of(
            "open-gop=1:bframes=3:qp=48",
            "bframes=2:b-pyramid=normal:qp=48:cabac=0",
            "bframes=0:slices=2:qp=48");
    for (int i = 0; i < kinds.size(); i++) {
      var file = FOLDER.resolve("master-" + i + ".mp4");
      TestMaster.write(file, kinds.get(i), FRAMES);
      byte[] bytes = Files.readAllBytes(file);
      var name = Integer.toString(i);
      Files.write(folder("Index", "seeds").resolve(name), bytes);
      Files.write(folder("Cut", "seeds").resolve(name), bytes);
      var index = MasterIndexReader.read(new MemorySource(bytes, "master"));
      Files.write(folder("Headers", "seeds").resolve(name), headers(index, bytes));
      if (i == 0) {
        Files.write(folder("Sidecar", "seeds").resolve(name), sidecar(index));
        writeRemade(file, "-c copy -movflags +frag_keyframe+empty_moov", "fragments.mp4");
        writeRemade(file, "-c copy -movflags +dash+frag_keyframe", "dash.mp4");
        writeRemade(file, "-c copy", "matroska.mkv");
        writeRemade(file, "-c copy -f matroska -live 1", "live.mkv");
        writeRemade(
            file,
            "-c copy -metadata service_name=\u00e9 -metadata service_provider=\u00e9",
            "transport.ts");
        writeRemade(file, "-c:v libx265 -preset ultrafast -tag:v hvc1", "hevc.mp4");
        writeRemade(file, "-c:v libx264 -preset ultrafast -g 1 -qp 48 -c:a pcm_s16le", "intra.mxf");
        writeRemade(file, "-c:v mpeg2video -bf 2 -b:v 200k -c:a pcm_s16le", "groups.mxf");
      }
    }
  }

  /** Each to the target that begins its name. */
  private static void copyTranscripts() throws IOException {
    try (var files = Files.list(SOUND)) {
      for (var file : files.toList()) {
        var name = file.getFileName().toString();
        var seeds = folder(name.substring(0, name.indexOf('-')), "seeds");
        Files.copy(file, seeds.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static byte[] sidecar(MasterIndex index) throws IOException {
    var bytes = new ByteArrayOutputStream();
    SidecarIndex.write(index, bytes);
    return bytes.toByteArray();
  }

  /** The same pictures in another container or codec. */
  private static void writeRemade(Path file, String how, String name) throws IOException {
    var remade = FOLDER.resolve(name);
    FfmpegProgram.run(List.of(("-i %s %s %s".formatted(file, how, remade)).split(" ")));
    byte[] bytes = Files.readAllBytes(remade);
    Files.write(folder("Index", "seeds").resolve(name), bytes);
    Files.write(folder("Cut", "seeds").resolve(name), bytes);
    if (name.endsWith(".ts")) {
      Files.write(folder("Transport", "seeds").resolve(name), bytes);
      var index = MasterIndexReader.read(new MemorySource(bytes, "master"));
      Files.write(folder("Sidecar", "seeds").resolve(name), sidecar(index));
    }
    if (name.endsWith(".mxf")) {
      Files.write(folder("Mxf", "seeds").resolve(name), bytes);
    }
    if (name.equals("groups.mxf")) {
      var index = MasterIndexReader.read(new MemorySource(bytes, "master"));
      var pictures = new ByteArrayOutputStream();
      writeSamples(index, bytes, new DataOutputStream(pictures));
      Files.write(folder("Mpeg2", "seeds").resolve(name), pictures.toByteArray());
    }
  }

  /** Parameter sets and a few samples in the form that the target takes. */
  private static byte[] headers(SampleIndex index, byte[] master) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    byte[] sets = index.video().description().config("avcC").orElseThrow();
    out.writeShort(sets.length);
    out.write(sets);
    writeSamples(index, master, out);
    return bytes.toByteArray();
  }

  /** A few, each behind its length. */
  private static void writeSamples(SampleIndex index, byte[] master, DataOutputStream out)
      throws IOException {
    var samples = index.video().samples().window(0, FRAMES);
    for (int i = 22; i < 33; i++) {
      out.writeShort(samples.size(i));
      out.write(master, (int) samples.offset(i), samples.size(i));
    }
  }
}
