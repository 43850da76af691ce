import clipdesk.cutter.ClipCutter;
import clipdesk.cutter.CutRequest;
import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.index.MasterIndex;
import clipdesk.cutter.io.FileSink;
import clipdesk.cutter.io.FileSource;
import clipdesk.cutter.reencode.JavaCvReencoder;
import clipdesk.cutter.report.CutReport;
import clipdesk.cutter.report.ProgressListener;
import clipdesk.cutter.testmedia.ClipCheck;
import clipdesk.cutter.testmedia.DecodedFile;
import clipdesk.cutter.testmedia.FfmpegProgram;
import clipdesk.cutter.testmedia.KeptIndex;
import clipdesk.cutter.testmedia.MasterType;
import clipdesk.cutter.testmedia.Masters;
import clipdesk.cutter.testmedia.RandomRanges;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Random cuts of every kind of master, each compared with the master's own decode: number, order
 * and times of frames, copied ones bit for bit, encoded ones by PSNR, every sound sample. Beside
 * it, on the same ranges, what FFmpeg's stream copy gives. Every other cut is made by an index that
 * was kept beside the master.
 */
final class Exactness {
  private static final int SECONDS = 12;
  private static final int FRACTION_FOR_FFMPEG = 4;

  /**
   * @param arguments cuts of each kind, the seed, a pattern that the names of the kinds match, and
   *     {@code yes} to go on with a run that was ended
   */
  public static void main(String... arguments) throws IOException {
    int cuts = Integer.parseInt(arguments[0]);
    long seed = Long.parseLong(arguments[1]);
    var kinds =
        Arrays.stream(MasterType.values()).filter(it -> it.name().matches(arguments[2])).toList();
    var rows = new Rows(cuts, seed, arguments[3].equals("yes"));
    System.out.printf(
        "%-40s %6s %8s %9s %6s   %s%n",
        "master", "cuts", "frames", "copied", "wrong", "ffmpeg -c copy right");
    long wrong = 0;
    long all = 0;
    for (var type : kinds) {
      var known = rows.of(type);
      var row = known.isPresent() ? known.get() : rows.keep(row(type, cuts, seed));
      row.print();
      wrong += row.wrong();
      all += row.cuts();
    }
    System.out.printf(
        "%s: %,d cuts of %d kinds of masters, %d wrong (seed %d)%n",
        wrong == 0 ? "EXACT" : "WRONG", all, kinds.size(), wrong, seed);
    System.exit(wrong == 0 ? 0 : 1);
  }

  private static Rows.Row row(MasterType type, int cuts, long seed) throws IOException {
    var file = Masters.ofSeconds(SECONDS).get(type);
    var master = DecodedFile.of(file, type.soundTracks());
    var check = new ClipCheck(master);
    var ranges = new RandomRanges(seed + type.ordinal(), master.frames().size());
    long frames = 0;
    long copied = 0;
    long wrong = 0;
    int compared = 0;
    int right = 0;
    var clip = Files.createTempFile("exactness", ".mp4");
    for (int i = 0; i < cuts; i++) {
      var range = ranges.next();
      Files.delete(clip);
      var report = cut(file, range, clip, /* byKeptIndex= */ i % 2 == 1);
      frames += range.frames();
      copied += report.frames().copied();
      var faults = check.faults(DecodedFile.of(clip, report.audio().size()), report);
      if (!faults.isEmpty()) {
        wrong++;
        System.out.printf("  %s %s: %s%n", type, range, faults.getFirst());
      }
      if (i % FRACTION_FOR_FFMPEG == 0) {
        compared++;
        right += streamCopyIsRight(file, master, range) ? 1 : 0;
      }
    }
    Files.delete(clip);
    return new Rows.Row(type, cuts, frames, copied, wrong, right, compared);
  }

  private static CutReport cut(Path file, FrameRange range, Path clip, boolean byKeptIndex)
      throws IOException {
    try (var master = FileSource.open(file);
        var sink = new FileSink(clip)) {
      var cutter = new ClipCutter(new JavaCvReencoder());
      var request = CutRequest.of(range);
      var index = byKeptIndex ? KeptIndex.of(master) : Optional.<MasterIndex>empty();
      return index.isPresent()
          ? cutter.cut(request, index.get(), master, sink, ProgressListener.NONE)
          : cutter.cut(request, master, sink, ProgressListener.NONE);
    }
  }

  /** The right number of frames, and the first and the last are the ones asked for. */
  private static boolean streamCopyIsRight(Path file, DecodedFile master, FrameRange range)
      throws IOException {
    var name = file.toString();
    var clip = Files.createTempFile("copy", name.substring(name.lastIndexOf('.')));
    try {
      var frames = master.frames();
      long from = frames.get((int) range.in()).micros() - frames.getFirst().micros();
      int last = (int) range.out() - 1;
      long length = frames.get(last).micros() - frames.get((int) range.in()).micros() + 20_000;
      FfmpegProgram.run(
          List.of(
              "-ss", from + "us", "-i", name, "-t", length + "us", "-c", "copy", clip.toString()));
      var cut = DecodedFile.of(clip, 0).frames();
      return cut.size() == range.frames()
          && Arrays.equals(cut.getFirst().planes(), frames.get((int) range.in()).planes())
          && Arrays.equals(cut.getLast().planes(), frames.get(last).planes());
    } catch (IllegalStateException | UncheckedIOException e) {
      // No file, or none that can be decoded.
      return false;
    } finally {
      Files.delete(clip);
    }
  }
}
