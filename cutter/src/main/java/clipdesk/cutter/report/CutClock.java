package clipdesk.cutter.report;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Measures the phases of one cut and tells the listener where it is. Not safe for threads. */
public final class CutClock {
  private final ProgressListener listener;
  private final Map<CutPhase, Duration> spent = new EnumMap<>(CutPhase.class);
  private CutPhase phase = CutPhase.READING_INDEX;
  private final long started = System.nanoTime();
  private long since = started;

  public CutClock(ProgressListener listener) {
    this.listener = listener;
  }

  /**
   * @param percent of the whole cut that is done
   */
  public void enter(CutPhase next, int percent) {
    long now = System.nanoTime();
    spent.merge(phase, Duration.ofNanos(now - since), Duration::plus);
    since = now;
    phase = next;
    listener.progress(next, Math.clamp(percent, 0, 100));
  }

  public Duration sinceStart() {
    return Duration.ofNanos(System.nanoTime() - started);
  }

  /** Time spent in each phase up to now. */
  public Map<CutPhase, Duration> timings() {
    enter(phase, 100);
    return spent;
  }
}
