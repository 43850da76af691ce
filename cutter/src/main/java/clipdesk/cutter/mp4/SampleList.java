package clipdesk.cutter.mp4;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The samples of a clip's track in decode order. Each is a range of the master, bytes made here, or
 * written already; where it lies in the clip is filled in by the layout.
 */
public final class SampleList {
  private static final long WRITTEN = Long.MIN_VALUE;
  private static final int FIRST_DESCRIPTION = 1;

  private final List<byte[]> made = new ArrayList<>();
  private final BitSet sync = new BitSet();
  private final Map<Integer, Integer> otherDescriptions = new HashMap<>();
  private int count;
  private int[] sizes = new int[64];
  private int[] durations = new int[64];
  private int[] compositionOffsets = new int[64];
  private long[] sources = new long[64];
  private long[] positions = new long[64];

  /** A sample that is a range of the master. */
  public void addCopied(
      long sourceOffset, int size, int duration, int compositionOffset, boolean isSync) {
    add(sourceOffset, size, duration, compositionOffset, isSync);
  }

  /** A sample whose bytes are at hand. */
  public void addMade(byte[] bytes, int duration, int compositionOffset, boolean isSync) {
    made.add(bytes);
    add(-made.size(), bytes.length, duration, compositionOffset, isSync);
  }

  /** A sample that has its place in the clip. */
  public void addWritten(
      long position, int size, int duration, int compositionOffset, boolean isSync) {
    add(WRITTEN, size, duration, compositionOffset, isSync);
    place(count - 1, position);
  }

  /** The copied samples of another list behind these. */
  void addAll(SampleList other) {
    for (int i = 0; i < other.count; i++) {
      if (other.isCopied(i)) {
        add(
            other.sources[i],
            other.sizes[i],
            other.durations[i],
            other.compositionOffsets[i],
            other.isSync(i));
      } else {
        addMade(other.made(i), other.durations[i], other.compositionOffsets[i], other.isSync(i));
      }
      describeLast(other.description(i));
    }
  }

  /** Gives the last sample another description than the first one. */
  public void describeLast(int description) {
    if (description != FIRST_DESCRIPTION) {
      otherDescriptions.put(count - 1, description);
    }
  }

  private void add(long source, int size, int duration, int compositionOffset, boolean isSync) {
    if (count == sizes.length) {
      sizes = Arrays.copyOf(sizes, 2 * count);
      durations = Arrays.copyOf(durations, 2 * count);
      compositionOffsets = Arrays.copyOf(compositionOffsets, 2 * count);
      sources = Arrays.copyOf(sources, 2 * count);
      positions = Arrays.copyOf(positions, 2 * count);
    }
    sizes[count] = size;
    durations[count] = duration;
    compositionOffsets[count] = compositionOffset;
    sources[count] = source;
    sync.set(count, isSync);
    count++;
  }

  public int count() {
    return count;
  }

  public int size(int sample) {
    return sizes[sample];
  }

  /** A copied sample turned out to have another size after its headers were rewritten. */
  public void resize(int sample, int size) {
    sizes[sample] = size;
  }

  public int duration(int sample) {
    return durations[sample];
  }

  public int compositionOffset(int sample) {
    return compositionOffsets[sample];
  }

  public boolean isSync(int sample) {
    return sync.get(sample);
  }

  /** Its sample description, from 1. */
  public int description(int sample) {
    return otherDescriptions.getOrDefault(sample, FIRST_DESCRIPTION);
  }

  public boolean isCopied(int sample) {
    return sources[sample] >= 0;
  }

  /** Position in the master of a copied sample. */
  public long source(int sample) {
    return sources[sample];
  }

  /** Bytes of a sample made here. */
  public byte[] made(int sample) {
    return made.get((int) (-sources[sample] - 1));
  }

  /** Position behind the {@code mdat} header. */
  public long position(int sample) {
    return positions[sample];
  }

  public void place(int sample, long position) {
    positions[sample] = position;
  }

  /** Sum of all durations. */
  public long ticks() {
    long ticks = 0;
    for (int i = 0; i < count; i++) {
      ticks += durations[i];
    }
    return ticks;
  }
}
