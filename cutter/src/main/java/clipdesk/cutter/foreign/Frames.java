package clipdesk.cutter.foreign;

import java.util.Arrays;
import java.util.BitSet;

/** The frames of one track in the order of the file. */
public final class Frames {
  /** Of frames that say no time of their own: they follow the one before. */
  public static final long UNKNOWN = Long.MAX_VALUE;

  private long[] offsets = new long[64];
  private int[] sizes = new int[64];
  private long[] times = new long[64];
  private boolean[] keys = new boolean[64];
  private int count;
  private int otherFrom = Integer.MAX_VALUE;
  private final BitSet joined = new BitSet();

  /**
   * @param time in ticks of the container, or {@link #UNKNOWN}
   */
  public void add(long offset, int size, long time, boolean key) {
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

  /** The next frame, and all behind it, stand under another description than those before. */
  public void describeRestAnew() {
    otherFrom = Math.min(otherFrom, count);
  }

  /** The next frame is the first of another recording, and says a time. */
  public void joinNext() {
    joined.set(count);
  }

  boolean isJoined(int frame) {
    return joined.get(frame);
  }

  int description(int frame) {
    return frame < otherFrom ? 1 : 2;
  }

  public int count() {
    return count;
  }

  public long offset(int frame) {
    return offsets[frame];
  }

  public int size(int frame) {
    return sizes[frame];
  }

  public long time(int frame) {
    return times[frame];
  }

  public boolean isKey(int frame) {
    return keys[frame];
  }

  /** The earliest time, in any order; the largest number if there is none. */
  public long earliest() {
    long earliest = Long.MAX_VALUE;
    for (int i = 0; i < count; i++) {
      earliest = Math.min(earliest, times[i]);
    }
    return earliest;
  }
}
