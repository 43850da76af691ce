package clipdesk.cutter.mp4;

import java.util.BitSet;

/**
 * Samples {@code [first, end)} of a track in decode order, addressed by their index in the track.
 * Times are media times in the track's timescale. The arrays are handed over, not copied.
 */
public final class SampleWindow {
  private final int first;
  private final long[] dts;
  private final int[] compositionOffsets;
  private final int[] durations;
  private final int[] sizes;
  private final long[] offsets;
  private final BitSet sync;
  private final int description;

  /**
   * @param sync bit i is about sample {@code first + i}
   * @param description sample description of all of them, from 1
   */
  public SampleWindow(
      int first,
      long[] dts,
      int[] compositionOffsets,
      int[] durations,
      int[] sizes,
      long[] offsets,
      BitSet sync,
      int description) {
    this.first = first;
    this.dts = dts;
    this.compositionOffsets = compositionOffsets;
    this.durations = durations;
    this.sizes = sizes;
    this.offsets = offsets;
    this.sync = sync;
    this.description = description;
  }

  public int first() {
    return first;
  }

  public int end() {
    return first + dts.length;
  }

  public long dts(int index) {
    return dts[index - first];
  }

  /** Composition time: when the sample is shown, before edits. */
  public long pts(int index) {
    return dts[index - first] + compositionOffsets[index - first];
  }

  public int duration(int index) {
    return durations[index - first];
  }

  public int size(int index) {
    return sizes[index - first];
  }

  /** Position of the first byte in the file. */
  public long offset(int index) {
    return offsets[index - first];
  }

  /** Position behind the last byte in the file. */
  public long endOffset(int index) {
    return offsets[index - first] + sizes[index - first];
  }

  public boolean isSync(int index) {
    return sync.get(index - first);
  }

  /** Sample description of all samples here, from 1. */
  public int description() {
    return description;
  }
}
