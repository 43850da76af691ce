package clipdesk.cut;

import clipdesk.cutter.CutRequest;
import clipdesk.cutter.io.FileSink;
import clipdesk.cutter.io.FileSource;
import clipdesk.cutter.report.CutReport;
import clipdesk.cutter.report.ProgressListener;
import clipdesk.cutter.testmedia.ClipCheck;
import clipdesk.cutter.testmedia.DecodedFile;
import clipdesk.cutter.testmedia.FfmpegProgram;
import clipdesk.cutter.testmedia.RandomRanges;
import clipdesk.cutter.testmedia.TransportPackets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Random cuts of recordings that strangers made, each compared with the recording's own decode as
 * those of our masters are. What is refused is counted, and its sentence shown.
 */
final class Recordings {
  /** All pictures of a recording are held at once. */
  private static final long MAX_FILE_BYTES = 2 << 20;

  /** One alone does not say how long it is shown, nor how much of the sound goes with it. */
  private static final int MIN_FRAMES = 2;

  private static final byte SYNC = 0x47;
  private static final int PACKET_BYTES = 188;
  private static final int SERVICE_DESCRIPTIONS = 0x11;

  /** What no sentence may have in it, nor lack. */
  private static final List<String> UNCLEAR =
      List.of("@", "Exception", "FFmpegLogCallback", "null", "clipdesk.", "java.");

  private final Map<String, Set<String>> refusals = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();
  private final Path clip = Files.createTempFile("recordings", ".mp4");
  private int cuts;
  private int files;
  private int unjudged;

  private Recordings() throws IOException {}

  /** What became of the cuts of one package. */
  private static final class Row {
    private int files;
    private int cuts;
    private int refused;
    private int unjudged;
    private long frames;
    private long copied;
    private int wrong;
  }

  /**
   * @param arguments a folder with one of recordings for each package, cuts of each file, seed
   */
  public static void main(String... arguments) throws IOException {
    var run = new Recordings();
    System.out.printf(
        "%-28s %6s %6s %8s %9s %8s %9s %6s%n",
        "package", "files", "cuts", "frames", "copied", "refused", "unjudged", "wrong");
    for (var folder : sorted(Path.of(arguments[0]))) {
      run.cutAll(folder, Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]));
    }
    System.exit(run.close(Long.parseLong(arguments[2])));
  }

  private static List<Path> sorted(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private void cutAll(Path folder, int each, long seed) throws IOException {
    var row = new Row();
    for (var file : sorted(folder)) {
      if (Files.size(file) <= MAX_FILE_BYTES) {
        row.files++;
        cutOften(file, each, seed + row.files, row);
      }
    }
    files += row.files;
    cuts += row.cuts;
    unjudged += row.unjudged;
    System.out.printf(
        Locale.ROOT,
        "%-28s %6d %6d %8d %8.1f%% %8d %9d %6d%n",
        folder.getFileName(),
        row.files,
        row.cuts,
        row.frames,
        row.frames == 0 ? 0 : 100.0 * row.copied / row.frames,
        row.refused,
        row.unjudged,
        row.wrong);
  }

  private void cutOften(Path file, int each, long seed, Row row) throws IOException {
    var decoded = decoded(file);
    if (decoded.isEmpty()) {
      row.unjudged++;
      cut(file, "f0", "f1", row);
      return;
    }
    var check = ClipCheck.ofRecording(decoded.get(), DecodedFile.isInMilliseconds(file));
    var ranges = new RandomRanges(seed, decoded.get().frames().size());
    for (int i = 0; i < each; i++) {
      var range = ranges.next();
      var report = cut(file, "f" + range.in(), "f" + range.out(), row);
      if (report.isPresent()) {
        row.cuts++;
        row.frames += range.frames();
        row.copied += report.get().frames().copied();
        var found = check.faults(DecodedFile.of(clip, report.get().audio().size()), report.get());
        if (!found.isEmpty()) {
          row.wrong++;
          faults.add(
              "%s %s %s: %s".formatted(name(file), range, report.get().method(), found.getFirst()));
        }
      }
    }
  }

  /** Empty if FFmpeg cannot read it, or sees one frame: then nobody says what is right. */
  private static Optional<DecodedFile> decoded(Path file) throws IOException {
    var name = file.getFileName().toString();
    var readable = Files.createTempFile("readable", name.substring(name.lastIndexOf('.')));
    var tracks = Files.createTempFile("tracks", ".txt");
    try {
      Files.write(readable, withoutNames(Files.readAllBytes(file)));
      var command = "-i %s -map 0:v:0 -map 0:a? -c copy -f framecrc %s".formatted(readable, tracks);
      FfmpegProgram.run(List.of(command.split(" ")));
      long sounds =
          Files.readAllLines(tracks).stream()
              .filter(line -> line.matches("#media_type \\d+: audio"))
              .count();
      var decoded = DecodedFile.of(readable, (int) sounds);
      return decoded.frames().size() < MIN_FRAMES ? Optional.empty() : Optional.of(decoded);
    } catch (IllegalStateException unreadable) {
      return Optional.empty();
    } finally {
      Files.delete(readable);
      Files.delete(tracks);
    }
  }

  /** Of services: for most of their character sets the static FFmpeg loads glibc's, and dies. */
  private static byte[] withoutNames(byte[] file) {
    if (file.length == 0 || file[0] != SYNC || file.length % PACKET_BYTES != 0) {
      return file;
    }
    var packets = TransportPackets.of(file);
    packets.removeIf(packet -> TransportPackets.pid(packet) == SERVICE_DESCRIPTIONS);
    return TransportPackets.joined(packets, 0, 0);
  }

  /** As the command line does it; empty if the recording is refused. */
  private Optional<CutReport> cut(Path file, String from, String to, Row row) throws IOException {
    Files.deleteIfExists(clip);
    try (var master = FileSource.open(file);
        var sink = new FileSink(clip)) {
      var opened = OpenMaster.read(master);
      var request = CutRequest.of(opened.range(from, to));
      return Optional.of(opened.cut(request, sink, ProgressListener.NONE));
    } catch (IOException | RuntimeException refused) {
      row.refused++;
      var sentence = Refusal.ofCut(file.toString()).sentence(refused);
      boolean clear = sentence.contains(file.toString()) && sentence.endsWith(".");
      if (!clear || UNCLEAR.stream().anyMatch(sentence::contains)) {
        row.wrong++;
        faults.add("%s is refused with: %s".formatted(name(file), sentence));
      }
      refusals
          .computeIfAbsent(sentence.replace(file.toString(), "…"), _ -> new TreeSet<>())
          .add(name(file));
      return Optional.empty();
    }
  }

  private static String name(Path file) {
    return file.getParent().getFileName() + "/" + file.getFileName();
  }

  private int close(long seed) throws IOException {
    Files.deleteIfExists(clip);
    refusals.forEach(
        (sentence, of) -> System.out.printf("%n%s%n  %s%n", sentence, String.join("\n  ", of)));
    System.out.println();
    faults.forEach(System.out::println);
    System.out.printf(
        "%s: %,d cuts of %,d recordings of strangers, %d of them unjudged, %d wrong (seed %d)%n",
        faults.isEmpty() ? "EXACT" : "WRONG", cuts, files, unjudged, faults.size(), seed);
    return faults.isEmpty() ? 0 : 1;
  }
}
