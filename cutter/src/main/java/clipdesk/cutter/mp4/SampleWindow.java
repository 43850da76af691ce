package clipdesk.cutter.mp4;

import java.util.Arrays;
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
  private final int[] descriptions;

  /** What {@link #description()} is where samples have not all the same. */
  public static final int SEVERAL = 0;

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
    this(first, dts, compositionOffsets, durations, sizes, offsets, sync, new int[] {description});
  }

  /**
   * @param sync bit i is about sample {@code first + i}
   * @param descriptions sample description of each, from 1, or one of them all
   */
  public SampleWindow(
      int first,
      long[] dts,
      int[] compositionOffsets,
      int[] durations,
      int[] sizes,
      long[] offsets,
      BitSet sync,
      int[] descriptions) {
    this.first = first;
    this.dts = dts;
    this.compositionOffsets = compositionOffsets;
    this.durations = durations;
    this.sizes = sizes;
    this.offsets = offsets;
    this.sync = sync;
    this.descriptions =
        Arrays.stream(descriptions).allMatch(it -> it == descriptions[0])
            ? Arrays.copyOf(descriptions, 1)
            : descriptions;
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

  /** Sample description of all samples here, from 1; {@link #SEVERAL} if they differ. */
  public int description() {
    return descriptions.length == 1 ? descriptions[0] : SEVERAL;
  }

  /** Sample description of one of them, from 1. */
  public int description(int index) {
    return descriptions.length == 1 ? descriptions[0] : descriptions[index - first];
  }
}
