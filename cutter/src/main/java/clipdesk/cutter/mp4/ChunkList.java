package clipdesk.cutter.mp4;

import java.util.Arrays;

/** Chunks of one track of a clip, written as {@code stsc} and {@code stco} or {@code co64}. */
final class ChunkList {
  private long[] positions = new long[64];
  private int[] samples = new int[64];
  private int[] descriptions = new int[64];
  private int count;

  /**
   * @param description of all its samples, from 1
   */
  void add(long position, int sampleCount, int description) {
    if (count == positions.length) {
      positions = Arrays.copyOf(positions, 2 * count);
      samples = Arrays.copyOf(samples, 2 * count);
      descriptions = Arrays.copyOf(descriptions, 2 * count);
    }
    positions[count] = position;
    samples[count] = sampleCount;
    descriptions[count] = description;
    count++;
  }

  void write(BoxWriter box, long base, boolean wideOffsets) {
    int stsc = box.beginFull("stsc", 0, 0);
    int entriesAt = box.position();
    box.u32(0);
    int entries = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || samples[i] != samples[i - 1] || descriptions[i] != descriptions[i - 1]) {
        box.u32(i + 1);
        box.u32(samples[i]);
        box.u32(descriptions[i]);
        entries++;
      }
    }
    box.patch32(entriesAt, entries);
    box.end(stsc);
    int offsets = box.beginFull(wideOffsets ? "co64" : "stco", 0, 0);
    box.u32(count);
    for (int i = 0; i < count; i++) {
      box.number(wideOffsets, base + positions[i]);
    }
    box.end(offsets);
  }
}
