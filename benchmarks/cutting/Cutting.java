import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.index.MasterIndex;
import clipdesk.cutter.index.MasterIndexReader;
import clipdesk.cutter.index.SidecarIndex;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.FileSource;
import clipdesk.cutter.io.MemorySource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

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
  private final Random random;
  private final Store store = new Store();
  private final Path folder = Files.createTempDirectory("cutting-");
  private final Lambda lambda;

  private Cutting(int cuts, long seed, String classes) throws IOException {
    this.cuts = cuts;
    this.random = new Random(seed);
    this.lambda = new Lambda(folder, classes, store);
  }

  /**
   * @param arguments cuts of each kind, the seed, and where this is compiled
   */
  public static void main(String... arguments) throws IOException, InterruptedException {
    long seed = Long.parseLong(arguments[1]);
    var run = new Cutting(Integer.parseInt(arguments[0]), seed, arguments[2]);
    int code;
    try {
      code = run.run(seed);
    } finally {
      run.clear();
    }
    System.exit(code);
  }

  private int run(long seed) throws IOException, InterruptedException {
    Table.heading();
    var master = store("twenty", FileSource.open(studio20()), 1);
    List<Cost> ours = new ArrayList<>();
    List<Cost> copies = new ArrayList<>();
    try (var function = lambda.warm()) {
      function.cut(request("twenty", master, CLIP_FRAMES)); // loads classes and libraries
      for (int i = 0; i < cuts; i++) {
        var request = request("twenty", master, CLIP_FRAMES);
        ours.add(function.cut(request));
        copies.add(streamCopy(request.range()));
      }
    }
    Table.rows("5 min of 20 Mb/s, exact: Clipdesk", ours);
    Table.rows("5 min of 20 Mb/s, not exact: ffmpeg -c copy", copies);
    var reencode = reencode(master);
    Table.row("5 min of 20 Mb/s: full re-encode, from 4 s of it", "scaled", List.of(reencode));
    var large = large();
    Table.rows("1 min of 60 Mb/s 4K, exact: Clipdesk", large);
    var hours = hours();
    Table.row("2 h of 50 Mb/s, exact: Clipdesk", "", List.of(hours));
    return verdict(ours, copies, reencode, large, hours).close(seed);
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
    verdict.atMost("layer unzipped, MiB", lambda.layerBytes() / Table.MIB, 77);
    verdict.atMost("written to /tmp, bytes", lambda.temporaryBytes(), 0);
    return verdict;
  }

  private Path studio20() throws IOException {
    return Studio.master("1920x1080", 20, 60, MASTER_MINUTES);
  }

  private List<Cost> large() throws IOException {
    var master = store("large", FileSource.open(Studio.master("3840x2160", 60, 10, 1)), 30);
    List<Cost> costs = new ArrayList<>();
    try (var function = lambda.warm()) {
      for (int i = 0; i < LARGE_CUTS; i++) {
        costs.add(function.cut(request("large", master, 60 * Studio.RATE)));
      }
    }
    return costs;
  }

  private Cost hours() throws IOException {
    var master = store("hours", FileSource.open(Studio.master("1920x1080", 50, 60, 1)), 121);
    try (var function = lambda.warm()) {
      return function.cut(request("hours", master, 2 * 60 * 60 * Studio.RATE));
    }
  }

  /** Puts a master and the index that the ingest makes of it into the store. */
  private ByteSource store(String video, ByteSource file, int times) throws IOException {
    MasterIndex index;
    ByteSource master;
    if (times == 1) {
      master = file;
      index = MasterIndexReader.read(file);
    } else {
      var repeated = new RepeatedMaster(file, times);
      master = repeated;
      index = repeated.index();
    }
    var sidecar = new ByteArrayOutputStream();
    SidecarIndex.write(index, sidecar);
    store.put("masters/" + Request.masterKey(video), master);
    store.put("masters/" + Request.indexKey(video), new MemorySource(sidecar.toByteArray(), "i"));
    return master;
  }

  private Request request(String video, ByteSource master, int frames) throws IOException {
    try (var sidecar = store.object("masters/" + Request.indexKey(video))) {
      long all = SidecarIndex.open(sidecar, master).frames();
      long in = random.nextLong(all - frames);
      return new Request(video, master, new FrameRange(in, in + frames));
    }
  }

  private Cost streamCopy(FrameRange range) throws IOException, InterruptedException {
    var address = store.address().resolve("/masters/" + Request.masterKey("twenty"));
    return StreamCopy.run(address, range, folder.resolve("copy.mp4"), store);
  }

  /** Every frame costs the same, so a few tell of all. */
  private Cost reencode(ByteSource master) throws IOException {
    int in = random.nextInt(CLIP_FRAMES);
    var cost =
        lambda.reencode(
            store.address().resolve("/masters/" + Request.masterKey("twenty")).toString(),
            Long.toString(master.sizeBytes()),
            Integer.toString(in),
            Integer.toString(in + REENCODED_FRAMES),
            folder.resolve("re-encoded.mp4").toString());
    double scale = (double) CLIP_FRAMES / REENCODED_FRAMES;
    return new Cost(
        cost.seconds() * scale, cost.cpuSeconds() * scale, cost.peakBytes(), cost.traffic());
  }

  private double secondsToNatives() throws IOException {
    var seconds = new double[STARTS];
    for (int i = 0; i < STARTS; i++) {
      seconds[i] = lambda.secondsToNatives();
    }
    Arrays.sort(seconds);
    return seconds[STARTS / 2];
  }

  private void clear() throws IOException {
    store.close();
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
