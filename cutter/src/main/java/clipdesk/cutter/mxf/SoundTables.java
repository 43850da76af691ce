package clipdesk.cutter.mxf;

import clipdesk.cutter.io.CachedReader;
import clipdesk.cutter.mp4.SampleTables;
import clipdesk.cutter.mp4.SampleWindow;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Uncompressed sound as chunks, one in each edit unit. How much sounds beside a picture repeats
 * itself after a few of them (1602, 1601, 1602, 1601, 1602 at 30000/1001), which no table says: it
 * is seen in the first ones, and asked of each that is read.
 */
final class SoundTables implements SampleTables {
  private static final int MAX_PERIOD = 64;

  /** Sound may end a little before the pictures do. */
  private static final int MAX_SILENT_UNITS = 250;

  private final CachedReader file;
  private final MasterLayout layout;
  private final int number;
  private final int frameBytes;
  private final long[] starts;
  private final long periodFrames;
  private final int count;
  private final int lastFrames;

  private SoundTables(
      CachedReader file,
      MasterLayout layout,
      int number,
      int frameBytes,
      long[] starts,
      int count,
      int lastFrames) {
    this.file = file;
    this.layout = layout;
    this.number = number;
    this.frameBytes = frameBytes;
    this.starts = starts;
    this.periodFrames = starts[starts.length - 1];
    this.count = count;
    this.lastFrames = lastFrames;
  }

  /**
   * @param number of its track
   * @param frameBytes one sample of every channel
   * @param period after so many pictures, whole sound
   * @param periodFrames so much of it
   */
  static SoundTables of(
      CachedReader file,
      MasterLayout layout,
      int number,
      int frameBytes,
      long period,
      long periodFrames)
      throws IOException {
    if (period > MAX_PERIOD) {
      throw MetadataSets.unsupported("sound that does not fit its pictures");
    }
    int units = layout.units().count();
    int last = units - 1;
    while (last >= 0
        && units - last <= MAX_SILENT_UNITS
        && layout.read(file, last).element(number).isEmpty()) {
      last--;
    }
    if (last < 0 || units - last > MAX_SILENT_UNITS) {
      throw MetadataSets.unsupported("sound that ends long before the pictures");
    }
    var starts = new long[(int) period + 1];
    for (int i = 0; i < period; i++) {
      starts[i + 1] = starts[i] + (i < last ? frames(file, layout, i, number, frameBytes) : 1);
    }
    if (last >= period && starts[(int) period] != periodFrames) {
      throw MetadataSets.unsupported("sound that is not as long as its pictures");
    }
    int lastFrames = frames(file, layout, last, number, frameBytes);
    return new SoundTables(file, layout, number, frameBytes, starts, last + 1, lastFrames);
  }

  private static int frames(
      CachedReader file, MasterLayout layout, int unit, int number, int frameBytes)
      throws IOException {
    long bytes = layout.read(file, unit).require(number).length();
    if (bytes == 0 || bytes % frameBytes != 0) {
      throw MetadataSets.unsupported("%d bytes of sound in a unit".formatted(bytes));
    }
    return (int) (bytes / frameBytes);
  }

  private long start(int unit) {
    int period = starts.length - 1;
    return unit / period * periodFrames + starts[unit % period];
  }

  private int frames(int unit) {
    return unit == count - 1 ? lastFrames : (int) (start(unit + 1) - start(unit));
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public SampleWindow window(int first, int end) throws IOException {
    return Reading.patiently(() -> read(first, end));
  }

  private SampleWindow read(int first, int end) throws IOException {
    var dts = new long[end - first];
    var durations = new int[end - first];
    var sizes = new int[end - first];
    var offsets = new long[end - first];
    for (int i = 0; i < end - first; i++) {
      int unit = first + i;
      var elements = layout.read(file, unit);
      var sound = elements.require(number);
      dts[i] = start(unit);
      durations[i] = frames(unit);
      sizes[i] = Math.multiplyExact(durations[i], frameBytes);
      offsets[i] = layout.offset(unit, elements, sound);
      if (sound.length() != sizes[i]) {
        throw MetadataSets.unsupported(
            "edit unit %d has %d bytes of sound instead of %d"
                .formatted(unit, sound.length(), sizes[i]));
      }
    }
    var sync = new BitSet();
    sync.set(0, end - first);
    return new SampleWindow(first, dts, new int[end - first], durations, sizes, offsets, sync, 1);
  }

  @Override
  public int firstNotBefore(long dts) {
    int period = starts.length - 1;
    long periods = Math.floorDiv(dts, periodFrames);
    int within = Arrays.binarySearch(starts, dts - periods * periodFrames);
    long unit = periods * period + (within >= 0 ? within : -within - 1);
    return Math.clamp(unit, 0, count);
  }

  @Override
  public int syncAtOrBefore(int index) {
    return index;
  }

  @Override
  public boolean everySampleIsSync() {
    return true;
  }

  @Override
  public long durationTicks() {
    return start(count - 1) + lastFrames;
  }

  @Override
  public long constantDuration() {
    return 0;
  }
}
