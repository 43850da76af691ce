package clipdesk.cutter.mp4;

import java.io.IOException;

/** Decode times of samples: {@code stts} (ISO/IEC 14496-12, 8.6.1.2). */
final class TimeTable {
  private final Box box;
  private final RunTable runs;
  private final int samples;

  TimeTable(Box stts, int samples) throws IOException {
    this.box = stts;
    this.runs = new RunTable(stts, samples);
    this.samples = samples;
  }

  int[] durations(int first, int end) throws IOException {
    int[] durations = runs.expand(first, end);
    for (int duration : durations) {
      if (duration < 0) {
        throw box.malformed("a sample lasts %d ticks".formatted(duration & 0xffffffffL));
      }
    }
    return durations;
  }

  /** Decode time of a sample; that of {@code samples} is the end of the last one. */
  long dts(int sample) throws IOException {
    runs.cover(sample);
    long dts = 0;
    long start = 0;
    for (int run = 0; start < sample; run++) {
      long count = Math.min(runs.runLength(run), sample - start);
      dts = Math.addExact(dts, Math.multiplyExact(count, ticks(run)));
      start += count;
    }
    return dts;
  }

  int firstNotBefore(long wanted) throws IOException {
    long dts = 0;
    long start = 0;
    for (int run = 0; dts < wanted && start < samples; run++) {
      if (run == runs.loaded()) {
        runs.cover((int) start + 1);
      }
      long ticks = ticks(run);
      long needed = ticks == 0 ? Long.MAX_VALUE : Math.ceilDiv(wanted - dts, ticks);
      if (needed <= runs.runLength(run)) {
        return (int) (start + needed);
      }
      start += runs.runLength(run);
      dts = Math.addExact(dts, Math.multiplyExact((long) runs.runLength(run), ticks));
    }
    return (int) start;
  }

  /** The duration of all samples but the last, 0 if they differ. */
  long constantDuration() throws IOException {
    if (samples == 0) {
      return 0;
    }
    runs.cover(samples);
    long ticks = ticks(0);
    long start = 0;
    for (int run = 0; run < runs.entries(); run++) {
      boolean onlyTheLastSample = start == samples - 1L;
      if (runs.runLength(run) > 0 && ticks(run) != ticks && !onlyTheLastSample) {
        return 0;
      }
      start += runs.runLength(run);
    }
    return ticks;
  }

  private long ticks(int run) {
    return runs.value(run) & 0xffffffffL;
  }
}
