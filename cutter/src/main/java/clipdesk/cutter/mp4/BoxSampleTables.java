package clipdesk.cutter.mp4;

import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** Sample tables as they lie in a {@code stbl} box. */
final class BoxSampleTables implements SampleTables {
  private final int count;
  private final TimeTable times;
  private final Optional<RunTable> compositionOffsets;
  private final SizeTable sizes;
  private final ChunkTable chunks;
  private final SyncTable sync;

  BoxSampleTables(SampleTableBoxes boxes) throws IOException {
    this.sizes = boxes.sizes();
    if (sizes.count() > MAX_SAMPLES) {
      throw new UnsupportedMasterException(
          FallbackReason.INDEX_TOO_LARGE,
          "%d samples, at most %d".formatted(sizes.count(), MAX_SAMPLES));
    }
    this.count = (int) sizes.count();
    this.times = new TimeTable(boxes.required("stts"), count);
    var ctts = boxes.find("ctts");
    this.compositionOffsets =
        ctts.isEmpty() ? Optional.empty() : Optional.of(new RunTable(ctts.get(), count));
    this.chunks = boxes.chunks();
    this.sync = SyncTable.read(boxes.find("stss"), boxes.find("stps"), count);
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public SampleWindow window(int first, int end) throws IOException {
    int[] durations = times.durations(first, end);
    var dts = new long[end - first];
    long time = times.dts(first);
    for (int i = 0; i < dts.length; i++) {
      dts[i] = time;
      time += durations[i];
    }
    int[] composition =
        compositionOffsets.isEmpty()
            ? new int[end - first]
            : compositionOffsets.get().expand(first, end);
    int[] bytes = sizes.sizes(first, end);
    requireRoom(bytes);
    var offsets = new long[end - first];
    int[] descriptions = locate(first, end, bytes, offsets);
    return new SampleWindow(
        first, dts, composition, durations, bytes, offsets, sync.window(first, end), descriptions);
  }

  /** Samples that lie one on the other would make a clip of any size out of a small file. */
  private void requireRoom(int[] bytes) {
    long sum = 0;
    for (int size : bytes) {
      sum += size;
    }
    long room = chunks.stsc().file().sizeBytes();
    if (sum > room) {
      throw chunks
          .stsc()
          .malformed("%d samples of %d bytes in a file of %d".formatted(bytes.length, sum, room));
    }
  }

  /** Fills in where each sample lies and gives its description, or that of them all. */
  private int[] locate(int first, int end, int[] bytes, long[] offsets) throws IOException {
    int[] descriptions = {1};
    int located = first;
    var walk = chunks.walk();
    while (located < end && walk.hasNext()) {
      var run = walk.next();
      if (run.endSample() <= located) {
        continue;
      }
      int from = located - first;
      located = locateInRun(run, first, located, end, bytes, offsets);
      descriptions = described(descriptions, from, located - first, run, bytes.length);
    }
    if (located < end) {
      throw chunks.stsc().malformed("holds %d samples, but there are %d".formatted(located, count));
    }
    return descriptions;
  }

  private int locateInRun(
      ChunkTable.Run run, int first, int from, int end, int[] bytes, long[] offsets)
      throws IOException {
    int perChunk = run.samplesPerChunk();
    int firstChunk = run.firstChunk() + (int) ((from - run.firstSample()) / perChunk);
    long stop = Math.min(end, run.endSample());
    int endChunk = run.firstChunk() + (int) Math.ceilDiv(stop - run.firstSample(), perChunk);
    long[] chunkOffsets = chunks.offsets(firstChunk, endChunk);
    int sample = from;
    for (int chunk = firstChunk; chunk < endChunk; chunk++) {
      long start = run.firstSample() + (long) (chunk - run.firstChunk()) * perChunk;
      long at = chunkOffsets[chunk - firstChunk] + bytesBefore(start, sample);
      for (; sample < Math.min(start + perChunk, stop); sample++) {
        chunks.requireInside(at, bytes[sample - first]);
        offsets[sample - first] = at;
        at += bytes[sample - first];
      }
    }
    return sample;
  }

  /** Bytes of the samples of a chunk that lie before the window. */
  private long bytesBefore(long start, int sample) throws IOException {
    long before = Math.max(0, sample - start) * sizes.uniformBytes();
    if (start < sample && sizes.uniformBytes() == 0) {
      for (int size : sizes.sizes((int) start, sample)) {
        before += size;
      }
    }
    return before;
  }

  /** One for all samples as long as they have the same: nearly all tracks have no second one. */
  private static int[] described(int[] before, int from, int to, ChunkTable.Run run, int samples) {
    if (from == 0) {
      return new int[] {run.description()};
    }
    if (before.length == 1 && before[0] == run.description()) {
      return before;
    }
    int[] each = before;
    if (before.length == 1) {
      each = new int[samples];
      Arrays.fill(each, 0, from, before[0]);
    }
    Arrays.fill(each, from, to, run.description());
    return each;
  }

  @Override
  public int firstNotBefore(long dts) throws IOException {
    return times.firstNotBefore(dts);
  }

  @Override
  public int syncAtOrBefore(int index) {
    return sync.atOrBefore(index);
  }

  @Override
  public boolean everySampleIsSync() {
    return sync.every() || sync.samples().length == count;
  }

  @Override
  public long durationTicks() throws IOException {
    return times.dts(count);
  }

  @Override
  public long constantDuration() throws IOException {
    return times.constantDuration();
  }
}
