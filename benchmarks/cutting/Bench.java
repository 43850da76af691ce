import clipdesk.cutter.CutRequest.MethodChoice;
import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.index.MasterIndex;
import clipdesk.cutter.index.MasterIndexReader;
import clipdesk.cutter.index.SidecarIndex;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.MemorySource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.Random;

/** Masters in a store, and each way to cut them. */
final class Bench implements AutoCloseable {
  private final Random random;
  private final Store store = new Store();
  private final Path folder = Files.createTempDirectory("cutting-");
  private final Lambda lambda;

  /**
   * @param classes where this is compiled
   */
  Bench(long seed, String classes) throws IOException {
    this.random = new Random(seed);
    this.lambda = new Lambda(folder, classes, store);
  }

  Lambda lambda() {
    return lambda;
  }

  /** Puts a master and the index that the ingest makes of it into the store. */
  ByteSource put(String video, ByteSource file, int times) throws IOException {
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

  /** For a range that lies anywhere. */
  Request request(String video, ByteSource master, int framesPerSecond, int frames)
      throws IOException {
    try (var sidecar = store.object("masters/" + Request.indexKey(video))) {
      long all = SidecarIndex.open(sidecar, master).frames();
      return new Request(video, master, framesPerSecond, anywhere(all, frames));
    }
  }

  FrameRange anywhere(long all, int frames) {
    long in = random.nextLong(all - frames);
    return new FrameRange(in, in + frames);
  }

  Cost streamCopy(String video, int framesPerSecond, FrameRange range)
      throws IOException, InterruptedException {
    return StreamCopy.run(
        address(video), framesPerSecond, range, folder.resolve("copy.mp4"), store);
  }

  /**
   * By the engine without a portal, in a process of its own, without an index beside the master.
   */
  Cost cut(MethodChoice method, String video, ByteSource master, FrameRange range)
      throws IOException {
    try (var engine = lambda.engine()) {
      return engine.cut(job(method, video, master, Optional.empty(), range));
    }
  }

  /** For the engine without a portal, with the index beside the master. */
  Engine.Job job(String video, ByteSource master, FrameRange range) {
    var key = Request.indexKey(video);
    var index = store.object("masters/" + key);
    var beside =
        new Engine.Place(
            store.address().resolve("/masters/" + key), index.sizeBytes(), index.identity());
    return job(MethodChoice.SMART_ONLY, video, master, Optional.of(beside), range);
  }

  private Engine.Job job(
      MethodChoice method,
      String video,
      ByteSource master,
      Optional<Engine.Place> index,
      FrameRange range) {
    var place = new Engine.Place(address(video), master.sizeBytes(), master.identity());
    return new Engine.Job(method, place, index, range, folder.resolve("cut.mp4"));
  }

  /**
   * A full re-encode of the clip, as a few of its frames tell: every frame costs the same.
   *
   * @param measured frames that are really encoded
   */
  Cost reencode(String video, ByteSource master, FrameRange range, int measured)
      throws IOException {
    var few = new FrameRange(range.in(), range.in() + measured);
    var cost = cut(MethodChoice.REENCODE_ONLY, video, master, few);
    double scale = (double) range.frames() / measured;
    return new Cost(
        cost.seconds() * scale, cost.cpuSeconds() * scale, cost.peakBytes(), cost.traffic());
  }

  private URI address(String video) {
    return store.address().resolve("/masters/" + Request.masterKey(video));
  }

  @Override
  public void close() throws IOException {
    store.close();
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
