package clipdesk.transcript.timing;

import java.util.BitSet;

/**
 * Finds where something is heard by how loud it is, against what is quiet and what is loud in the
 * half minute around it: halls hum, and sound is recorded low or high. Music and applause are heard
 * like speech.
 */
public final class SpeechDetector {
  /** Full scale is 90, and what is quieter than one bit of 16 is 0. */
  private static final int DECIBELS = 91;

  /** Recorders that are not in the room write noise of their own below this. */
  private static final int NEVER_HEARD = 30;

  private static final int STEPS_OF_A_SECOND = 1_000 / Activity.STEP_MS;
  private static final int STEPS_AROUND = 15 * STEPS_OF_A_SECOND;
  private static final double QUIET = 0.05;
  private static final double LOUD = 0.95;

  /** Of the way from quiet to loud. */
  private static final double HEARD_FROM = 0.25;

  private static final int LEAST_RISE = 6;

  /** Breaths and chairs in a room without noise; the softest of two speakers is louder. */
  private static final int MOST_BELOW_LOUD = 40;

  /** Above the quiet of the whole sound, a half minute without a pause has no quiet of its own. */
  private static final int MOST_QUIET_RISES = 12;

  /** A stop consonant is silent that long. */
  private static final int LONGEST_STOP_STEPS = 7;

  /** A click is no longer. */
  private static final int LONGEST_CLICK_STEPS = 4;

  private final byte[] levels;

  private SpeechDetector(byte[] levels) {
    this.levels = levels;
  }

  /**
   * @param power mean squares of the samples of each 10 ms, of which full scale is 1
   */
  public static Activity listen(double[] power, int durationMs) {
    return new Activity(new SpeechDetector(levels(power)).speech(), durationMs);
  }

  private static byte[] levels(double[] power) {
    var levels = new byte[power.length];
    for (var step = 0; step < power.length; step++) {
      var last = Math.min(step + 1, power.length - 1);
      var around = power[Math.max(step - 1, 0)] + power[step] + power[last];
      var decibels = DECIBELS - 1 + 10 * Math.log10(Math.max(around / 3, 1e-12));
      levels[step] = (byte) Math.clamp(Math.round(decibels), 0, DECIBELS - 1);
    }
    return levels;
  }

  private BitSet speech() {
    var all = new int[DECIBELS];
    count(all, 0, levels.length, 1);
    var mostQuiet = share(all, QUIET) + MOST_QUIET_RISES;
    var around = new int[DECIBELS];
    count(around, 0, STEPS_AROUND, 1);
    var speech = new BitSet();
    for (var second = 0; second < levels.length; second += STEPS_OF_A_SECOND) {
      count(around, second + STEPS_AROUND, second + STEPS_AROUND + STEPS_OF_A_SECOND, 1);
      count(around, second - STEPS_AROUND - STEPS_OF_A_SECOND, second - STEPS_AROUND, -1);
      var threshold = threshold(Math.min(share(around, QUIET), mostQuiet), share(around, LOUD));
      var end = Math.min(second + STEPS_OF_A_SECOND, levels.length);
      for (var step = second; step < end; step++) {
        speech.set(step, levels[step] >= threshold);
      }
    }
    closeStops(speech);
    dropClicks(speech);
    return speech;
  }

  private static double threshold(int quiet, int loud) {
    var rise = Math.max(LEAST_RISE, HEARD_FROM * (loud - quiet));
    return Math.max(Math.max(NEVER_HEARD, loud - MOST_BELOW_LOUD), quiet + rise);
  }

  private void count(int[] histogram, int from, int to, int by) {
    for (var step = Math.max(from, 0); step < Math.min(to, levels.length); step++) {
      histogram[levels[step]] += by;
    }
  }

  /** The level below which a share of the steps lies. */
  private static int share(int[] histogram, double share) {
    var steps = 0L;
    for (var count : histogram) {
      steps += count;
    }
    var level = 0;
    for (var below = (long) histogram[0]; below <= steps * share && level < DECIBELS - 1; ) {
      level++;
      below += histogram[level];
    }
    return level;
  }

  private static void closeStops(BitSet speech) {
    for (var from = speech.nextSetBit(0); from >= 0; ) {
      var end = speech.nextClearBit(from);
      from = speech.nextSetBit(end);
      if (from >= 0 && from - end <= LONGEST_STOP_STEPS) {
        speech.set(end, from);
      }
    }
  }

  private static void dropClicks(BitSet speech) {
    for (var from = speech.nextSetBit(0); from >= 0; ) {
      var end = speech.nextClearBit(from);
      if (end - from <= LONGEST_CLICK_STEPS) {
        speech.clear(from, end);
      }
      from = speech.nextSetBit(end);
    }
  }
}
