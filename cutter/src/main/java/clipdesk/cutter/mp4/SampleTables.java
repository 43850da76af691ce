package clipdesk.cutter.mp4;

import java.io.IOException;

/**
 * The samples of a track in decode order, read by windows. For PCM a sample here is a whole chunk:
 * two hours of sound have 345 million samples, but a few hundred thousand chunks.
 */
public interface SampleTables {
  /** More samples than any real track has; 27 hours at 50 frames per second. */
  int MAX_SAMPLES = 5_000_000;

  int count();

  /** All fields of samples {@code [first, end)}, which lie inside the table. */
  SampleWindow window(int first, int end) throws IOException;

  /**
   * The same, of which only times and sync samples are asked: a table may leave out what it would
   * have to look for.
   */
  default SampleWindow times(int first, int end) throws IOException {
    return window(first, end);
  }

  /**
   * Whether {@link #window} has to look at each sample: a list of all would cost the whole file.
   */
  default boolean looksAtSamples() {
    return false;
  }

  /** The first sample whose decode time is at or after a time, {@link #count()} if none is. */
  int firstNotBefore(long dts) throws IOException;

  /** The last sync sample at or before an index, -1 if there is none. */
  int syncAtOrBefore(int index);

  boolean everySampleIsSync();

  /** Sum of all durations, in the track's timescale. */
  long durationTicks() throws IOException;

  /** The duration of every sample but the last, 0 if they differ. */
  long constantDuration() throws IOException;
}
