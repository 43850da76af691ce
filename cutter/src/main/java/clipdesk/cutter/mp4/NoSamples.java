package clipdesk.cutter.mp4;

import java.util.BitSet;

/** Tables of a track that is only about to be written. */
enum NoSamples implements SampleTables {
  TABLES;

  @Override
  public int count() {
    return 0;
  }

  @Override
  public SampleWindow window(int first, int end) {
    if (first != 0 || end != 0) {
      throw new IndexOutOfBoundsException("Samples [%d, %d) of none".formatted(first, end));
    }
    return new SampleWindow(
        0, new long[0], new int[0], new int[0], new int[0], new long[0], new BitSet(), 1);
  }

  @Override
  public int firstNotBefore(long dts) {
    return 0;
  }

  @Override
  public int syncAtOrBefore(int index) {
    return -1;
  }

  @Override
  public boolean everySampleIsSync() {
    return true;
  }

  @Override
  public long durationTicks() {
    return 0;
  }

  @Override
  public long constantDuration() {
    return 0;
  }
}
