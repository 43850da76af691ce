import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.FileSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a clip costs: the deployed function from its zip and its layer, FFmpeg's stream copy, which
 * is not exact, and a full re-encode, all in one run from one store over HTTP. What the store
 * copies by itself it only notes down, so no figure here is about the speed of S3.
 */
final class Cutting {
  private static final int CLIP_SECONDS = 300;
  private static final int CLIP_FRAMES = CLIP_SECONDS * Studio.RATE;
  private static final int MASTER_MINUTES = 12;
  private static final int REENCODED_FRAMES = 4 * Studio.RATE;
  private static final int STARTS = 5;
  private static final int LARGE_CUTS = 4;

  private final int cuts;
  private final boolean allEncoders;
  private final Bench bench;

  private Cutting(int cuts, boolean allEncoders, Bench bench) {
    this.cuts = cuts;
    this.allEncoders = allEncoders;
    this.bench = bench;
  }

  /**
   * @param arguments cuts of each kind, the seed, where this is compiled, and the layer, {@code
   *     gpl} or {@code lgpl}
   */
  public static void main(String... arguments) throws IOException, InterruptedException {
    long seed = Long.parseLong(arguments[1]);
    int code;
    try (var bench = new Bench(seed, arguments[2])) {
      var run = new Cutting(Integer.parseInt(arguments[0]), arguments[3].equals("gpl"), bench);
      code = run.run(seed);
    }
    System.exit(code);
  }

  private int run(long seed) throws IOException, InterruptedException {
    Table.heading();
    var studio = Studio.master("1920x1080", 20, 60, MASTER_MINUTES);
    var master = bench.put("twenty", FileSource.open(studio), 1);
    List<Cost> ours = new ArrayList<>();
    List<Cost> copies = new ArrayList<>();
    try (var function = bench.lambda().warm()) {
      function.cut(request("twenty", master, CLIP_FRAMES)); // loads classes and libraries
      for (int i = 0; i < cuts; i++) {
        var request = request("twenty", master, CLIP_FRAMES);
        ours.add(function.cut(request));
        copies.add(bench.streamCopy("twenty", Studio.RATE, request.range()));
      }
    }
    Table.rows("5 min of 20 Mb/s, exact: Clipdesk", ours);
    Table.rows("5 min of 20 Mb/s, not exact: ffmpeg -c copy", copies);
    var clip = request("twenty", master, CLIP_FRAMES).range();
    var reencode = bench.reencode("twenty", master, clip, REENCODED_FRAMES);
    Table.row("5 min of 20 Mb/s: full re-encode, from 4 s of it", "scaled", List.of(reencode));
    var large = large();
    Table.rows("1 min of 60 Mb/s 4K, exact: Clipdesk", large);
    var hours = hours();
    Table.row("2 h of 50 Mb/s, exact: Clipdesk", "", List.of(hours));
    var others = others(studio);
    var verdict = verdict(ours, copies, reencode, large, hours);
    others(others, Cost.median(ours, Cost::seconds), verdict);
    return verdict.close(seed);
  }

  private Verdict verdict(
      List<Cost> ours, List<Cost> copies, Cost reencode, List<Cost> large, Cost hours)
      throws IOException {
    var verdict = new Verdict();
    verdict.atMost("read, MB, median", Cost.median(ours, Cost::readMegabytes), 12);
    verdict.atMost("read, MB, worst", Cost.worst(ours, Cost::readMegabytes), 17);
    verdict.atMost("written, MB, median", Cost.median(ours, Cost::sentMegabytes), 6);
    verdict.atMost("written, MB, worst", Cost.worst(ours, Cost::sentMegabytes), 8);
    verdict.atMost(
        "index read, kB, worst", Cost.worst(ours, it -> it.traffic().index() / 1e3), 150);
    double ratio = Cost.median(ours, Cost::seconds) / Cost.median(copies, Cost::seconds);
    verdict.atMost("seconds, ratio to ffmpeg -c copy, medians", ratio, 1.5);
    double cpu = 100 * Cost.median(ours, Cost::cpuSeconds) / reencode.cpuSeconds();
    verdict.atMost("processor time, % of a full re-encode, median", cpu, 1);
    verdict.atMost("2 h of 50 Mb/s, seconds", hours.seconds(), 30);
    verdict.atMost(
        "peak memory at 1080p, MiB", Cost.worst(ours, it -> it.peakBytes() / Table.MIB), 200);
    verdict.atMost(
        "peak memory at 4K, MiB", Cost.worst(large, it -> it.peakBytes() / Table.MIB), 600);
    verdict.atMost("process start to libraries loaded, s, median", secondsToNatives(), 0.5);
    verdict.atMost("layer unzipped, MiB", bench.lambda().layerBytes() / Table.MIB, 77);
    verdict.atMost("written to /tmp, bytes", bench.lambda().temporaryBytes(), 0);
    return verdict;
  }

  private static void others(OtherMasters others, double mp4Seconds, Verdict verdict) {
    others
        .seen("phone")
        .ifPresent(
            phone -> {
              var ours = phone.ours();
              verdict.atMost("4K60 HEVC, seconds, median", Cost.median(ours, Cost::seconds), 10);
              verdict.atMost("4K60 HEVC, seconds, worst", Cost.worst(ours, Cost::seconds), 16);
              verdict.atMost("4K60 HEVC, MB read", Cost.worst(ours, Cost::readMegabytes), 25);
            });
    for (var kind : List.of("fragments", "matroska")) {
      double seconds = Cost.median(others.seen(kind).orElseThrow().ours(), Cost::seconds);
      verdict.atMost(kind + ", ratio to the seconds of MP4", seconds / mp4Seconds, 1.2);
    }
    double file = others.seen("file").orElseThrow().ratio();
    verdict.atMost("MPEG-TS into a file, ratio to ffmpeg -c copy", file, 1.5);
  }

  private OtherMasters others(Path studio) throws IOException, InterruptedException {
    var others = new OtherMasters(bench, cuts, Math.min(cuts, LARGE_CUTS));
    if (allEncoders) {
      others.hevc();
    }
    others.fragments(studio, CLIP_FRAMES);
    others.matroska(studio, CLIP_FRAMES);
    others.transportStream(studio, 60L * MASTER_MINUTES * Studio.RATE, CLIP_FRAMES);
    return others;
  }

  private Request request(String video, ByteSource master, int frames) throws IOException {
    return bench.request(video, master, Studio.RATE, frames);
  }

  private List<Cost> large() throws IOException {
    var master = bench.put("large", FileSource.open(Studio.master("3840x2160", 60, 10, 1)), 30);
    List<Cost> costs = new ArrayList<>();
    try (var function = bench.lambda().warm()) {
      for (int i = 0; i < LARGE_CUTS; i++) {
        costs.add(function.cut(request("large", master, 60 * Studio.RATE)));
      }
    }
    return costs;
  }

  private Cost hours() throws IOException {
    var master = bench.put("hours", FileSource.open(Studio.master("1920x1080", 50, 60, 1)), 121);
    try (var function = bench.lambda().warm()) {
      return function.cut(request("hours", master, 2 * 60 * 60 * Studio.RATE));
    }
  }

  private double secondsToNatives() throws IOException {
    var seconds = new double[STARTS];
    for (int i = 0; i < STARTS; i++) {
      seconds[i] = bench.lambda().secondsToNatives();
    }
    Arrays.sort(seconds);
    return seconds[STARTS / 2];
  }
}
