package clipdesk.cutter.mp4;

import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Sample tables that are listed row by row, as fragments give them (ISO/IEC 14496-12, 8.8). Rows
 * are added in decode order, all of them before anything is asked.
 */
public final class ListedSamples implements SampleTables {
  private long[] dts = new long[16];
  private int[] compositionOffsets = new int[16];
  private int[] durations = new int[16];
  private int[] sizes = new int[16];
  private int[] descriptions = new int[16];
  private long[] offsets = new long[16];
  private final BitSet sync = new BitSet();
  private int count;

  /** All rows of other tables, and room for more. */
  static ListedSamples of(SampleTables known) throws IOException {
    var listed = new ListedSamples();
    var window = known.window(0, known.count());
    for (int i = 0; i < known.count(); i++) {
      listed.endsAt(window.dts(i));
      int composition = Math.toIntExact(window.pts(i) - window.dts(i));
      listed.add(
          new Row(
              window.offset(i),
              window.size(i),
              window.duration(i),
              composition,
              window.isSync(i),
              window.description(i)));
    }
    return listed;
  }

  /** One sample. Its decode time is the end of the one before it. */
  public record Row(
      long offset,
      int size,
      int duration,
      int compositionOffset,
      boolean isSync,
      int description) {}

  public void add(Row row) {
    if (count == MAX_SAMPLES) {
      throw new UnsupportedMasterException(
          FallbackReason.INDEX_TOO_LARGE, "more than %d samples".formatted(MAX_SAMPLES));
    }
    if (count + 1 == dts.length) {
      grow(Math.min(2 * dts.length, MAX_SAMPLES + 1));
    }
    compositionOffsets[count] = row.compositionOffset;
    durations[count] = row.duration;
    sizes[count] = row.size;
    descriptions[count] = row.description;
    offsets[count] = row.offset;
    sync.set(count, row.isSync);
    count++;
    dts[count] = Math.addExact(dts[count - 1], row.duration);
  }

  private void grow(int room) {
    dts = Arrays.copyOf(dts, room);
    compositionOffsets = Arrays.copyOf(compositionOffsets, room);
    durations = Arrays.copyOf(durations, room);
    sizes = Arrays.copyOf(sizes, room);
    descriptions = Arrays.copyOf(descriptions, room);
    offsets = Arrays.copyOf(offsets, room);
  }

  /** Decode time of the next row. */
  long end() {
    return dts[count];
  }

  /** Moves the decode time of the next row; the last sample lasts until then. */
  public void endsAt(long time) {
    if (count > 0) {
      durations[count - 1] = Math.toIntExact(time - dts[count - 1]);
    }
    dts[count] = time;
  }

  /** Decode times that count from another moment. */
  void startEarlier(long ticks) {
    for (int i = 0; i <= count; i++) {
      dts[i] -= ticks;
    }
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public SampleWindow window(int first, int end) {
    return new SampleWindow(
        first,
        Arrays.copyOfRange(dts, first, end),
        Arrays.copyOfRange(compositionOffsets, first, end),
        Arrays.copyOfRange(durations, first, end),
        Arrays.copyOfRange(sizes, first, end),
        Arrays.copyOfRange(offsets, first, end),
        sync.get(first, end),
        first < end ? Arrays.copyOfRange(descriptions, first, end) : new int[] {1});
  }

  @Override
  public int firstNotBefore(long time) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (dts[middle] >= time) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  @Override
  public int syncAtOrBefore(int index) {
    return sync.previousSetBit(index);
  }

  @Override
  public boolean everySampleIsSync() {
    return sync.cardinality() == count;
  }

  @Override
  public long durationTicks() {
    return dts[count] - dts[0];
  }

  @Override
  public long constantDuration() {
    for (int i = 1; i < count - 1; i++) {
      if (durations[i] != durations[0]) {
        return 0;
      }
    }
    return count == 0 ? 0 : durations[0];
  }
}
