package clipdesk.cutter.index;

import clipdesk.cutter.mp4.SampleTables;
import clipdesk.cutter.mp4.SampleWindow;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The sample tables of a track as blocks of a cut index. A window costs one read of the blocks it
 * touches.
 */
final class SidecarTables implements SampleTables {
  private final SidecarBlocks blocks;
  private final long sampleBytes;
  private final TrackRows rows;

  /**
   * What the header of the index says of a track.
   *
   * @param durationTicks sum of all durations
   * @param constantDuration as {@link SampleTables#constantDuration()}
   * @param sync indices of sync samples; empty if all are
   * @param blockDts decode time at the start of each block
   */
  record TrackRows(
      int count,
      long durationTicks,
      long constantDuration,
      boolean everySampleIsSync,
      int[] sync,
      long[] blockDts) {}

  /**
   * @param sampleBytes how many there are where the samples have their offsets
   */
  SidecarTables(SidecarBlocks blocks, long sampleBytes, TrackRows rows) {
    this.blocks = blocks;
    this.sampleBytes = sampleBytes;
    this.rows = rows;
  }

  @Override
  public int count() {
    return rows.count();
  }

  @Override
  public SampleWindow window(int first, int end) throws IOException {
    int length = end - first;
    var dts = new long[length];
    var composition = new int[length];
    var durations = new int[length];
    var sizes = new int[length];
    var offsets = new long[length];
    var descriptions = new int[Math.max(1, length)];
    descriptions[0] = 1;
    long bytesOfSamples = 0;
    if (length > 0) {
      int block = first / SampleBlock.SAMPLES;
      for (var columns : blocks.of(first, end)) {
        int blockFirst = block * SampleBlock.SAMPLES;
        long time = rows.blockDts()[block++];
        for (int i = 0; i < columns.sizes().length; i++) {
          int at = blockFirst + i - first;
          if (at >= 0 && at < length) {
            dts[at] = time;
            composition[at] = columns.compositionOffsets()[i];
            durations[at] = columns.durations()[i];
            sizes[at] = columns.sizes()[i];
            offsets[at] = requireInside(columns.offsets()[i], columns.sizes()[i]);
            descriptions[at] = columns.description(i);
            bytesOfSamples += sizes[at];
          }
          time += columns.durations()[i];
        }
      }
    }
    // Samples that lie one on the other would make a clip of any size.
    if (bytesOfSamples > sampleBytes) {
      throw new StaleIndexException(
          "Samples of %d bytes in a master of %d".formatted(bytesOfSamples, sampleBytes));
    }
    return new SampleWindow(
        first, dts, composition, durations, sizes, offsets, sync(first, end), descriptions);
  }

  private long requireInside(long offset, int size) {
    if (offset < 0 || size < 0 || size > sampleBytes - offset) {
      throw new StaleIndexException("A sample lies outside the master, at byte " + offset);
    }
    return offset;
  }

  private BitSet sync(int first, int end) {
    var bits = new BitSet(end - first);
    if (rows.everySampleIsSync()) {
      bits.set(0, end - first);
      return bits;
    }
    int found = Arrays.binarySearch(rows.sync(), first);
    for (int i = found >= 0 ? found : -found - 1;
        i < rows.sync().length && rows.sync()[i] < end;
        i++) {
      bits.set(rows.sync()[i] - first);
    }
    return bits;
  }

  @Override
  public int firstNotBefore(long wanted) throws IOException {
    int found = Arrays.binarySearch(rows.blockDts(), wanted);
    int block = found >= 0 ? found : -found - 2;
    if (block < 0) {
      return 0;
    }
    int first = block * SampleBlock.SAMPLES;
    int end = Math.min(rows.count(), first + SampleBlock.SAMPLES);
    var window = window(first, end);
    for (int i = first; i < end; i++) {
      if (window.dts(i) >= wanted) {
        return i;
      }
    }
    return end;
  }

  @Override
  public int syncAtOrBefore(int index) {
    if (rows.everySampleIsSync()) {
      return index;
    }
    int found = Arrays.binarySearch(rows.sync(), index);
    int place = found >= 0 ? found : -found - 2;
    return place < 0 ? -1 : rows.sync()[place];
  }

  @Override
  public boolean everySampleIsSync() {
    return rows.everySampleIsSync();
  }

  @Override
  public long durationTicks() {
    return rows.durationTicks();
  }

  @Override
  public long constantDuration() {
    return rows.constantDuration();
  }
}
