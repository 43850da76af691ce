package clipdesk.cutter.matroska;

import java.util.Arrays;

/** The frames of one track in the order of the file. */
final class Frames {
  /** Of frames behind the first one of a lace. */
  static final long UNKNOWN = Long.MAX_VALUE;

  private long[] offsets = new long[64];
  private int[] sizes = new int[64];
  private long[] times = new long[64];
  private boolean[] keys = new boolean[64];
  private int count;

  /**
   * @param time in ticks of the segment, or {@link #UNKNOWN}
   */
  void add(long offset, int size, long time, boolean key) {
    if (count == sizes.length) {
      offsets = Arrays.copyOf(offsets, 2 * count);
      sizes = Arrays.copyOf(sizes, 2 * count);
      times = Arrays.copyOf(times, 2 * count);
      keys = Arrays.copyOf(keys, 2 * count);
    }
    offsets[count] = offset;
    sizes[count] = size;
    times[count] = time;
    keys[count] = key;
    count++;
  }

  int count() {
    return count;
  }

  long offset(int frame) {
    return offsets[frame];
  }

  int size(int frame) {
    return sizes[frame];
  }

  long time(int frame) {
    return times[frame];
  }

  boolean isKey(int frame) {
    return keys[frame];
  }

  /** The earliest time, in any order; the largest number if there is none. */
  long earliest() {
    long earliest = Long.MAX_VALUE;
    for (int i = 0; i < count; i++) {
      earliest = Math.min(earliest, times[i]);
    }
    return earliest;
  }
}
