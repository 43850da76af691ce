package clipdesk.transcript.timing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Where somebody speaks, at 100 Hz: a set bit is 10 ms with speech in them. */
public final class Activity {
  public static final int STEP_MS = 10;
  public static final int SHORTEST_PAUSE_MS = 120;

  /** Milliseconds {@code [inMs, outMs)}. */
  public record Stretch(int inMs, int outMs) {
    public int ms() {
      return outMs - inMs;
    }
  }

  private final BitSet speech;
  private final int durationMs;
  private final List<Stretch> pauses;
  private final int[] stepsBefore;

  public Activity(BitSet speech, int durationMs) {
    this.speech = (BitSet) speech.clone();
    this.durationMs = durationMs;
    this.pauses = findPauses();
    this.stepsBefore = new int[durationMs / STEP_MS + 2];
    for (var step = 1; step < stepsBefore.length; step++) {
      stepsBefore[step] = stepsBefore[step - 1] + (speech.get(step - 1) ? 1 : 0);
    }
  }

  public int durationMs() {
    return durationMs;
  }

  /** Silences of at least 120 ms, in order. */
  public List<Stretch> pauses() {
    return pauses;
  }

  /** Stretches with speech inside of {@code [inMs, outMs)}. */
  public List<Stretch> speechIn(int inMs, int outMs) {
    var stretches = new ArrayList<Stretch>();
    var last = (outMs + STEP_MS - 1) / STEP_MS;
    var from = speech.nextSetBit(inMs / STEP_MS);
    while (from >= 0 && from < last) {
      var to = Math.min(speech.nextClearBit(from), last);
      var start = Math.max(from * STEP_MS, inMs);
      var end = Math.min(to * STEP_MS, outMs);
      if (end > start) {
        stretches.add(new Stretch(start, end));
      }
      from = speech.nextSetBit(to);
    }
    return stretches;
  }

  /** How long somebody speaks in {@code [inMs, outMs)}, to the nearest step. */
  public int speechMs(int inMs, int outMs) {
    var from = Math.clamp(inMs / STEP_MS, 0, stepsBefore.length - 1);
    var to = Math.clamp(outMs / STEP_MS, from, stepsBefore.length - 1);
    return (stepsBefore[to] - stepsBefore[from]) * STEP_MS;
  }

  /** The longest silence that lies in {@code [inMs, outMs)}, as far as it lies in there. */
  public int longestPauseIn(int inMs, int outMs) {
    var longest = 0;
    var end = inMs;
    for (var stretch : speechIn(inMs, outMs)) {
      longest = Math.max(longest, stretch.inMs() - end);
      end = stretch.outMs();
    }
    return Math.max(longest, outMs - end);
  }

  private List<Stretch> findPauses() {
    var found = new ArrayList<Stretch>();
    for (var from = speech.nextClearBit(0); from * STEP_MS < durationMs; ) {
      var to = speech.nextSetBit(from);
      var end = to < 0 ? durationMs : Math.min(to * STEP_MS, durationMs);
      if (end - from * STEP_MS >= SHORTEST_PAUSE_MS) {
        found.add(new Stretch(from * STEP_MS, end));
      }
      if (to < 0) {
        break;
      }
      from = speech.nextClearBit(to);
    }
    return List.copyOf(found);
  }
}
