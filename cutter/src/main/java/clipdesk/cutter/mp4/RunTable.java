package clipdesk.cutter.mp4;

import java.io.IOException;
import java.util.Arrays;

/**
 * A run-length table: {@code stts} or {@code ctts} (ISO/IEC 14496-12, 8.6.1). Runs are read from
 * the front as far as they are needed.
 */
final class RunTable {
  private static final int ENTRY_BYTES = 8;
  private static final int ENTRIES_PER_READ = 8192;

  private final Box box;
  private final int entries;
  private final int samples;
  private int[] counts = new int[0];
  private int[] values = new int[0];
  private int loaded;
  private long covered;

  /**
   * @param samples how many samples the runs must cover
   */
  RunTable(Box box, int samples) throws IOException {
    this.box = box;
    this.entries = box.entries(4, 8, ENTRY_BYTES);
    this.samples = samples;
    if (entries == 0 && samples > 0) {
      throw box.malformed("has no entries, but there are " + samples + " samples");
    }
  }

  int entries() {
    return entries;
  }

  /** Runs known after {@link #cover}. */
  int loaded() {
    return loaded;
  }

  int runLength(int run) {
    return counts[run];
  }

  int value(int run) {
    return values[run];
  }

  /** Reads on until samples {@code [0, end)} are covered. */
  synchronized void cover(int end) throws IOException {
    while (covered < end) {
      if (loaded == entries) {
        throw box.malformed("covers %d of %d samples".formatted(covered, samples));
      }
      readMore();
    }
    if (loaded == entries && covered != samples) {
      throw box.malformed("covers %d samples, but there are %d".formatted(covered, samples));
    }
  }

  private void readMore() throws IOException {
    int count = Math.min(ENTRIES_PER_READ, entries - loaded);
    byte[] bytes = box.body(8 + (long) loaded * ENTRY_BYTES, count * ENTRY_BYTES);
    int room = Math.min(entries, Math.max(loaded + count, 2 * loaded));
    var longerCounts = counts.length < room ? Arrays.copyOf(counts, room) : counts;
    var longerValues = values.length < room ? Arrays.copyOf(values, room) : values;
    for (int i = 0; i < count; i++) {
      long length = Bytes.u32(bytes, i * ENTRY_BYTES);
      covered += length;
      if (covered > samples) {
        throw box.malformed("covers more than the %d samples there are".formatted(samples));
      }
      longerCounts[loaded + i] = (int) length;
      longerValues[loaded + i] = Bytes.i32(bytes, i * ENTRY_BYTES + 4);
    }
    counts = longerCounts;
    values = longerValues;
    loaded += count;
  }

  /** The values of samples {@code [first, end)}. */
  int[] expand(int first, int end) throws IOException {
    cover(end);
    var expanded = new int[end - first];
    int start = 0;
    for (int run = 0; run < loaded && start < end; run++) {
      int stop = start + counts[run];
      if (stop > first) {
        Arrays.fill(
            expanded, Math.max(start, first) - first, Math.min(stop, end) - first, values[run]);
      }
      start = stop;
    }
    return expanded;
  }
}
