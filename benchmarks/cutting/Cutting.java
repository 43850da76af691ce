import clipdesk.cutter.ClipCutter;
import clipdesk.cutter.CutReport;
import clipdesk.cutter.CutRequest;
import clipdesk.cutter.CutRequest.MethodChoice;
import clipdesk.cutter.FrameRange;
import clipdesk.cutter.MasterIndexReader;
import clipdesk.cutter.ProgressListener;
import clipdesk.cutter.index.SidecarIndex;
import clipdesk.cutter.io.CountingSource;
import clipdesk.cutter.io.FileSink;
import clipdesk.cutter.io.FileSource;
import clipdesk.cutter.reencode.JavaCvReencoder;
import clipdesk.cutter.testmedia.FfmpegProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * What a clip of a two-hour master costs: time and bytes of the engine with the index beside the
 * master, of the engine alone, of a full re-encode, and of FFmpeg's stream copy, which is not
 * exact. All read the same local file in the same run.
 */
final class Cutting {
  private static final int RATE = 25;
  private static final int MINUTE = 60 * RATE;
  private static final int LOOPS = 119;
  private static final int[] LENGTHS = {10 * RATE, MINUTE, 5 * MINUTE};
  private static final int REENCODED_AT_MOST = 10 * RATE;

  /**
   * @param arguments cuts of each length, and the seed
   */
  public static void main(String... arguments) throws IOException {
    int cuts = Integer.parseInt(arguments[0]);
    var random = new Random(Long.parseLong(arguments[1]));
    var master = master();
    var sidecar = sidecar(master);
    System.out.printf(
        Locale.ROOT,
        "master: 2 h, 1080p25 H.264 + AAC, %,d MB; its index %,d kB, %,d kB kept beside it%n%n",
        Files.size(master) >> 20,
        indexBytes(master) >> 10,
        Files.size(sidecar) >> 10);
    System.out.printf(
        "%-8s %-22s %10s %12s %12s %12s%n",
        "clip", "method", "seconds", "index kB", "read kB", "written kB");
    cut(master, sidecar, new FrameRange(0, RATE), MethodChoice.SMART_ONLY); // loads the libraries
    for (int length : LENGTHS) {
      for (int i = 0; i < cuts; i++) {
        int in = MINUTE + random.nextInt(100 * MINUTE);
        var range = new FrameRange(in, in + length);
        row(length, "smart, index beside", cut(master, sidecar, range, MethodChoice.SMART_ONLY));
        row(length, "smart", cut(master, null, range, MethodChoice.SMART_ONLY));
        if (length <= REENCODED_AT_MOST) {
          row(length, "re-encode", cut(master, null, range, MethodChoice.REENCODE_ONLY));
        }
        row(length, "ffmpeg -c copy", streamCopy(master, range));
      }
    }
    Files.delete(sidecar);
  }

  private record Cost(double seconds, long indexBytes, long readBytes, long writtenBytes) {}

  private static void row(int length, String method, Cost cost) {
    System.out.printf(
        Locale.ROOT,
        "%4d s   %-22s %10.2f %12s %12s %12d%n",
        length / RATE,
        method,
        cost.seconds,
        cost.indexBytes < 0 ? "-" : Long.toString(cost.indexBytes >> 10),
        cost.readBytes < 0 ? "-" : Long.toString(cost.readBytes >> 10),
        cost.writtenBytes >> 10);
  }

  private static Cost cut(Path file, Path sidecar, FrameRange range, MethodChoice method)
      throws IOException {
    var clip = Files.createTempFile("cutting", ".mp4");
    Files.delete(clip);
    long began = System.nanoTime();
    CutReport report;
    long indexBytes = -1;
    try (var master = FileSource.open(file);
        var sink = new FileSink(clip)) {
      var request = CutRequest.of(range).withMethod(method);
      var cutter = new ClipCutter(new JavaCvReencoder());
      if (sidecar == null) {
        report = cutter.cut(request, master, sink, ProgressListener.NONE);
      } else {
        try (var beside = new CountingSource(FileSource.open(sidecar))) {
          var index = SidecarIndex.open(beside, master);
          report = cutter.cut(request, index, master, sink, ProgressListener.NONE);
          indexBytes = beside.bytesRead();
        }
      }
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    long written = Files.size(clip);
    Files.delete(clip);
    return new Cost(seconds, indexBytes, report.io().bytesRead(), written);
  }

  private static Cost streamCopy(Path file, FrameRange range) throws IOException {
    var clip = Files.createTempFile("copy", ".mp4");
    long began = System.nanoTime();
    FfmpegProgram.run(
        List.of(
            "-ss",
            range.in() * 40 + "ms",
            "-i",
            file.toString(),
            "-t",
            range.frames() * 40 + "ms",
            "-c",
            "copy",
            clip.toString()));
    double seconds = (System.nanoTime() - began) / 1e9;
    long written = Files.size(clip);
    Files.delete(clip);
    return new Cost(seconds, -1, -1, written);
  }

  private static long indexBytes(Path file) throws IOException {
    try (var master = new CountingSource(FileSource.open(file))) {
      SidecarIndex.write(MasterIndexReader.read(master), java.io.OutputStream.nullOutputStream());
      return master.bytesRead();
    }
  }

  private static Path sidecar(Path file) throws IOException {
    var sidecar = Files.createTempFile("master", ".idx");
    try (var master = FileSource.open(file);
        var out = Files.newOutputStream(sidecar)) {
      SidecarIndex.write(MasterIndexReader.read(master), out);
    }
    return sidecar;
  }

  /** One minute, encoded once and repeated without encoding. */
  private static Path master() throws IOException {
    var folder = Files.createDirectories(Path.of("target", "masters"));
    var master = folder.resolve("two-hours.mp4");
    if (!Files.exists(master)) {
      // Each repeats by its own length: no gap between two minutes, a constant frame rate.
      var picture = folder.resolve("minute.mp4");
      FfmpegProgram.run(
          List.of(
              "-f",
              "lavfi",
              "-i",
              "testsrc2=s=1920x1080:r=25:d=60,format=yuv420p",
              "-c:v",
              "libx264",
              "-preset",
              "ultrafast",
              "-bf",
              "2",
              "-g",
              "50",
              "-b:v",
              "3M",
              picture.toString()));
      var sound = folder.resolve("minute.m4a");
      FfmpegProgram.run(
          List.of("-f", "lavfi", "-i", "sine=f=440:r=48000:d=60", "-c:a", "aac", sound.toString()));
      var unfinished = folder.resolve("unfinished.mp4");
      FfmpegProgram.run(
          List.of(
              "-stream_loop",
              Integer.toString(LOOPS),
              "-i",
              picture.toString(),
              "-stream_loop",
              Integer.toString(LOOPS),
              "-i",
              sound.toString(),
              "-c",
              "copy",
              unfinished.toString()));
      Files.move(unfinished, master);
      Files.delete(picture);
      Files.delete(sound);
    }
    return master;
  }
}
