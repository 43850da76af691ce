package clipdesk.cutter.mp4;

import java.io.IOException;
import java.util.Arrays;

/**
 * Which samples lie in which chunk, and where the chunks are: {@code stsc} and {@code stco} or
 * {@code co64} (ISO/IEC 14496-12, 8.7.4 and 8.7.5). Runs of {@code stsc} are read from the front as
 * far as they are needed, offsets only where they are needed.
 */
final class ChunkTable {
  private static final int RUN_BYTES = 12;
  private static final int RUNS_PER_READ = 5461;

  private final Box stsc;
  private final Box offsets;
  private final int offsetBytes;
  private final int chunks;
  private final int runs;
  private int[] firstChunks = new int[0];
  private int[] samplesPerChunk = new int[0];
  private int[] descriptions = new int[0];
  private int loaded;

  /** Chunks {@code [first, end)} share a number of samples and a description. */
  record Run(int firstChunk, int endChunk, long firstSample, int samplesPerChunk, int description) {
    long endSample() {
      return firstSample + (long) (endChunk - firstChunk) * samplesPerChunk;
    }
  }

  ChunkTable(Box stsc, Box offsets) throws IOException {
    this.stsc = stsc;
    this.offsets = offsets;
    this.offsetBytes = offsets.type().equals("co64") ? 8 : 4;
    this.chunks = offsets.entries(4, 8, offsetBytes);
    this.runs = stsc.entries(4, 8, RUN_BYTES);
    if (chunks > 0 && runs == 0) {
      throw stsc.malformed("has no entries, but there are " + chunks + " chunks");
    }
  }

  int chunks() {
    return chunks;
  }

  /** Walks over the runs from the first chunk on. */
  final class Walk {
    private int next;
    private Run run = new Run(0, 0, 0, 0, 0);

    boolean hasNext() {
      return next < runs && run.endChunk() < chunks;
    }

    Run next() throws IOException {
      load(Math.min(next + 2, runs));
      int first = firstChunks[next];
      int end = next + 1 < runs ? Math.min(firstChunks[next + 1], chunks) : chunks;
      run = new Run(first, end, run.endSample(), samplesPerChunk[next], descriptions[next]);
      next++;
      return run;
    }
  }

  Walk walk() {
    return new Walk();
  }

  private synchronized void load(int wanted) throws IOException {
    while (loaded < wanted) {
      int count = Math.min(RUNS_PER_READ, runs - loaded);
      byte[] bytes = stsc.body(8 + (long) loaded * RUN_BYTES, count * RUN_BYTES);
      int room = Math.min(runs, Math.max(loaded + count, 2 * loaded));
      var newFirst = Arrays.copyOf(firstChunks, room);
      var newSamples = Arrays.copyOf(samplesPerChunk, room);
      var newDescriptions = Arrays.copyOf(descriptions, room);
      for (int i = 0; i < count; i++) {
        int run = loaded + i;
        long first = Bytes.u32(bytes, i * RUN_BYTES) - 1;
        long samples = Bytes.u32(bytes, i * RUN_BYTES + 4);
        long before = run == 0 ? -1 : newFirst[run - 1];
        if (first <= before || (run == 0 && first != 0) || first >= Integer.MAX_VALUE) {
          throw stsc.malformed("entry %d starts at chunk %d".formatted(run, first + 1));
        }
        if (samples == 0 || samples > Integer.MAX_VALUE) {
          throw stsc.malformed("entry %d puts %d samples in a chunk".formatted(run, samples));
        }
        newFirst[run] = (int) first;
        newSamples[run] = (int) samples;
        newDescriptions[run] = Bytes.i32(bytes, i * RUN_BYTES + 8);
      }
      firstChunks = newFirst;
      samplesPerChunk = newSamples;
      descriptions = newDescriptions;
      loaded += count;
    }
  }

  /** Positions of chunks {@code [first, end)} in the file. */
  long[] offsets(int first, int end) throws IOException {
    byte[] bytes = offsets.body(8 + (long) first * offsetBytes, (end - first) * offsetBytes);
    var positions = new long[end - first];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = offsetBytes == 8 ? Bytes.i64(bytes, i * 8) : Bytes.u32(bytes, i * 4);
    }
    return positions;
  }

  Box stsc() {
    return stsc;
  }

  /**
   * @throws clipdesk.cutter.refusals.MalformedMasterException if the bytes do not lie inside the
   *     file
   */
  void requireInside(long offset, long size) {
    if (offset < 0 || size > offsets.file().sizeBytes() - offset) {
      throw offsets.malformed(
          "%d bytes at %d of a file of %d".formatted(size, offset, offsets.file().sizeBytes()));
    }
  }
}
