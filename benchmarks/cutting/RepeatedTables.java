import clipdesk.cutter.mp4.SampleTables;
import clipdesk.cutter.mp4.SampleWindow;
import java.io.IOException;
import java.util.BitSet;

/**
 * The sample tables of a track whose media is repeated.
 *
 * @param bytes how far the samples of one repetition lie from those of the next
 */
record RepeatedTables(SampleTables once, int times, long bytes) implements SampleTables {
  @Override
  public int count() {
    return Math.multiplyExact(once.count(), times);
  }

  @Override
  public SampleWindow window(int first, int end) throws IOException {
    int length = end - first;
    var dts = new long[length];
    var composition = new int[length];
    var durations = new int[length];
    var sizes = new int[length];
    var offsets = new long[length];
    var sync = new BitSet();
    for (int i = 0; i < length; ) {
      int round = (first + i) / once.count();
      int from = (first + i) % once.count();
      var window = once.window(from, Math.min(once.count(), from + length - i));
      for (int j = window.first(); j < window.end(); j++, i++) {
        dts[i] = window.dts(j) + round * once.durationTicks();
        composition[i] = (int) (window.pts(j) - window.dts(j));
        durations[i] = window.duration(j);
        sizes[i] = window.size(j);
        offsets[i] = window.offset(j) + round * bytes;
        sync.set(i, window.isSync(j));
      }
    }
    return new SampleWindow(first, dts, composition, durations, sizes, offsets, sync, 1);
  }

  @Override
  public int firstNotBefore(long time) throws IOException {
    long round = Math.clamp(time / once.durationTicks(), 0, times - 1L);
    int found = once.firstNotBefore(time - round * once.durationTicks());
    return (int) round * once.count() + found;
  }

  @Override
  public int syncAtOrBefore(int index) {
    int round = index / once.count();
    int found = once.syncAtOrBefore(index % once.count());
    return found < 0 ? found : round * once.count() + found;
  }

  @Override
  public boolean everySampleIsSync() {
    return once.everySampleIsSync();
  }

  @Override
  public long durationTicks() throws IOException {
    return once.durationTicks() * times;
  }

  @Override
  public long constantDuration() throws IOException {
    return once.constantDuration();
  }
}
