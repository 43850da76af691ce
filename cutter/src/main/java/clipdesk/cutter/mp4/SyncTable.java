package clipdesk.cutter.mp4;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/**
 * Sync samples: {@code stss} (ISO/IEC 14496-12, 8.6.2), together with QuickTime's partial sync
 * samples {@code stps}, which are the entry points of open GOPs.
 *
 * @param samples indices from 0, rising
 */
record SyncTable(boolean every, int[] samples) {
  private static final int ENTRIES_PER_READ = 16_384;

  static SyncTable read(Optional<Box> stss, Optional<Box> stps, int count) throws IOException {
    if (stss.isEmpty()) {
      return new SyncTable(true, new int[0]);
    }
    int[] full = indices(stss.get(), count);
    if (stps.isEmpty()) {
      return new SyncTable(false, full);
    }
    int[] partial = indices(stps.get(), count);
    var both = Arrays.copyOf(full, full.length + partial.length);
    System.arraycopy(partial, 0, both, full.length, partial.length);
    Arrays.sort(both);
    return new SyncTable(false, Arrays.stream(both).distinct().toArray());
  }

  private static int[] indices(Box box, int count) throws IOException {
    int entries = box.entries(4, 8, 4);
    if (entries > count) {
      throw box.malformed("%d sync samples of %d samples".formatted(entries, count));
    }
    var indices = new int[entries];
    for (int done = 0; done < entries; done += ENTRIES_PER_READ) {
      int more = Math.min(ENTRIES_PER_READ, entries - done);
      byte[] bytes = box.body(8 + 4L * done, 4 * more);
      for (int i = 0; i < more; i++) {
        long number = Bytes.u32(bytes, 4 * i);
        long before = done + i == 0 ? 0 : indices[done + i - 1] + 1L;
        if (number <= before || number > count) {
          throw box.malformed("sync sample %d after %d, of %d".formatted(number, before, count));
        }
        indices[done + i] = (int) (number - 1);
      }
    }
    return indices;
  }

  int atOrBefore(int index) {
    if (every) {
      return index;
    }
    int found = Arrays.binarySearch(samples, index);
    int place = found >= 0 ? found : -found - 2;
    return place < 0 ? -1 : samples[place];
  }

  BitSet window(int first, int end) {
    var bits = new BitSet(end - first);
    if (every) {
      bits.set(0, end - first);
      return bits;
    }
    int found = Arrays.binarySearch(samples, first);
    for (int i = found >= 0 ? found : -found - 1; i < samples.length && samples[i] < end; i++) {
      bits.set(samples[i] - first);
    }
    return bits;
  }
}
