package clipdesk.cutter.mp4;

import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.IOException;
import java.util.BitSet;

/**
 * The tables of an uncompressed sound track, one row per chunk. Sizes and durations follow from how
 * many audio frames a chunk holds; every audio frame lasts one tick and has the same size.
 */
final class PcmSampleTables implements SampleTables {
  private final ChunkTable chunks;
  private final long frames;
  private final int frameBytes;
  private final int frameTicks;

  /**
   * @param frameBytes bytes of one audio frame: one sample of every channel
   */
  PcmSampleTables(SampleTableBoxes boxes, int frameBytes) throws IOException {
    this.chunks = boxes.chunks();
    this.frames = boxes.sizes().count();
    this.frameBytes = frameBytes;
    if (chunks.chunks() > MAX_SAMPLES) {
      throw new UnsupportedMasterException(
          FallbackReason.INDEX_TOO_LARGE,
          "%d chunks, at most %d".formatted(chunks.chunks(), MAX_SAMPLES));
    }
    var stts = boxes.required("stts");
    this.frameTicks = (int) stts.u32(12);
    if (stts.entries(4, 8, 8) != 1 || stts.u32(8) != frames || frameTicks <= 0) {
      throw stts.malformed("uncompressed sound needs one run over %d frames".formatted(frames));
    }
  }

  int frameTicks() {
    return frameTicks;
  }

  @Override
  public int count() {
    return chunks.chunks();
  }

  @Override
  public SampleWindow window(int first, int end) throws IOException {
    var dts = new long[end - first];
    var durations = new int[end - first];
    var sizes = new int[end - first];
    long[] offsets = first == end ? new long[0] : chunks.offsets(first, end);
    int description = 1;
    var walk = chunks.walk();
    while (walk.hasNext()) {
      var run = walk.next();
      int from = Math.max(first, run.firstChunk());
      for (int chunk = from; chunk < Math.min(end, run.endChunk()); chunk++) {
        long start = run.firstSample() + (long) (chunk - run.firstChunk()) * run.samplesPerChunk();
        int length = Math.clamp(frames - start, 0, run.samplesPerChunk());
        int i = chunk - first;
        dts[i] = Math.multiplyExact(start, (long) frameTicks);
        durations[i] = Math.multiplyExact(length, frameTicks);
        sizes[i] = Math.multiplyExact(length, frameBytes);
        chunks.requireInside(offsets[i], sizes[i]);
        description = run.description();
      }
    }
    var sync = new BitSet(end - first);
    sync.set(0, end - first);
    return new SampleWindow(
        first, dts, new int[end - first], durations, sizes, offsets, sync, description);
  }

  @Override
  public int firstNotBefore(long dts) throws IOException {
    long frame = Math.ceilDiv(dts, (long) frameTicks);
    var walk = chunks.walk();
    while (walk.hasNext()) {
      var run = walk.next();
      if (frame <= run.firstSample()) {
        return run.firstChunk();
      }
      if (frame < run.endSample()) {
        long chunk = Math.ceilDiv(frame - run.firstSample(), (long) run.samplesPerChunk());
        return run.firstChunk() + (int) chunk;
      }
    }
    return count();
  }

  @Override
  public int syncAtOrBefore(int index) {
    return index;
  }

  @Override
  public boolean everySampleIsSync() {
    return true;
  }

  @Override
  public long durationTicks() {
    return Math.multiplyExact(frames, (long) frameTicks);
  }

  @Override
  public long constantDuration() {
    return 0;
  }
}
