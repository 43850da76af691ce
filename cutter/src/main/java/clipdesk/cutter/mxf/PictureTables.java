package clipdesk.cutter.mxf;

import clipdesk.cutter.io.CachedReader;
import clipdesk.cutter.mp4.SampleTables;
import clipdesk.cutter.mp4.SampleWindow;
import clipdesk.cutter.mpeg2.CodedPicture;
import java.io.IOException;
import java.util.BitSet;

/**
 * Pictures as samples. When each is shown stands in the index; where it lies and how long it is
 * stands before it, and is read when it is asked for.
 */
final class PictureTables implements SampleTables {
  private final CachedReader file;
  private final MasterLayout layout;
  private final PictureCoding coding;
  private final int step;
  private final BitSet entries = new BitSet();
  private final byte[] later;
  private final int delay;

  /**
   * @param step ticks of a picture
   */
  PictureTables(CachedReader file, MasterLayout layout, PictureCoding coding, int step) {
    this.file = file;
    this.layout = layout;
    this.coding = coding;
    this.step = step;
    this.later = order(layout.units());
    int most = 0;
    for (int i = 0; i < later.length; i++) {
      entries.set(i, coding.isEntry(layout.units().index().flags(i)));
      most = Math.max(most, -later[i]);
    }
    this.delay = most;
  }

  /** How many pictures later than in its place in the file each is shown. */
  private static byte[] order(EditUnits units) {
    var later = new byte[units.count()];
    var seen = new BitSet();
    for (int shown = 0; shown < later.length; shown++) {
      int stored = shown + units.index().temporalOffset(shown);
      if (stored < 0 || stored >= later.length || seen.get(stored)) {
        throw MetadataSets.unsupported("an index that shows a picture twice");
      }
      seen.set(stored);
      later[stored] = (byte) (shown - stored);
    }
    if (later[0] != 0) {
      throw MetadataSets.unsupported("pictures that are shown before the first one");
    }
    return later;
  }

  /** Media time of the first picture. */
  long mediaTime() {
    return (long) delay * step;
  }

  @Override
  public int count() {
    return later.length;
  }

  @Override
  public SampleWindow window(int first, int end) throws IOException {
    return Reading.patiently(() -> window(first, end, /* looking= */ true));
  }

  @Override
  public SampleWindow times(int first, int end) throws IOException {
    return window(first, end, /* looking= */ false);
  }

  private SampleWindow window(int first, int end, boolean looking) throws IOException {
    int count = end - first;
    var dts = new long[count];
    var compositionOffsets = new int[count];
    var durations = new int[count];
    var sizes = new int[count];
    var offsets = new long[count];
    var descriptions = new int[Math.max(1, count)];
    descriptions[0] = 1;
    int group = 0;
    for (int i = 0; i < count; i++) {
      int unit = first + i;
      dts[i] = (long) unit * step;
      compositionOffsets[i] = (later[unit] + delay) * step;
      durations[i] = step;
      descriptions[i] = 1;
      if (looking) {
        var elements = layout.read(file, unit);
        var picture = elements.require(layout.picture());
        var looked = coding.look(picture);
        sizes[i] = looked.size();
        offsets[i] = layout.offset(unit, elements, picture);
        descriptions[i] = looked.isDescribed() ? 1 : 2;
        int shown = unit + later[unit];
        boolean starts = looked.startsGroup();
        group = starts || i == 0 ? shown - looked.order() : group;
        // Groups are shown one after the other, so each begins where it is stored.
        boolean inPlace = !starts || unit == 0 || group == unit;
        boolean inOrder = (shown - group - looked.order()) % CodedPicture.ORDERS == 0;
        if (!inPlace || !inOrder || (entries.get(unit) && !looked.isEntry())) {
          throw MetadataSets.unsupported("picture %d is not what its index says".formatted(unit));
        }
      }
    }
    return new SampleWindow(
        first,
        dts,
        compositionOffsets,
        durations,
        sizes,
        offsets,
        entries.get(first, end),
        descriptions);
  }

  @Override
  public boolean looksAtSamples() {
    return true;
  }

  @Override
  public int firstNotBefore(long dts) {
    return Math.clamp(Math.ceilDiv(dts, (long) step), 0, count());
  }

  @Override
  public int syncAtOrBefore(int index) {
    return entries.previousSetBit(index);
  }

  @Override
  public boolean everySampleIsSync() {
    return entries.cardinality() == count();
  }

  @Override
  public long durationTicks() {
    return (long) count() * step;
  }

  @Override
  public long constantDuration() {
    return step;
  }
}
