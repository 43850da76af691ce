package clipdesk.cutter.frames;

/**
 * Frames per second as a fraction in lowest terms, {@code 30000/1001} for 29.97.
 *
 * @param num greater than 0
 * @param den greater than 0
 */
public record FrameRate(long num, long den) {
  public FrameRate {
    if (num <= 0 || den <= 0) {
      throw new IllegalArgumentException("Frame rate " + num + "/" + den + " is not positive");
    }
    long divisor = greatestCommonDivisor(num, den);
    num /= divisor;
    den /= divisor;
  }

  /** When frame {@code frame} starts, in milliseconds, rounded half up. */
  public long millisOf(long frame) {
    return Math.floorDiv(Math.addExact(Math.multiplyExact(2000 * frame, den), num), 2 * num);
  }

  /** The frame on screen at a millisecond, with half a millisecond of grace. */
  public long frameShownAt(long millis) {
    return Math.floorDiv(Math.multiplyExact(2 * millis + 1, num), 2000 * den);
  }

  /** The first frame that starts at or after a millisecond, with half a millisecond of grace. */
  public long frameNotBefore(long millis) {
    return Math.ceilDiv(Math.multiplyExact(2 * millis - 1, num), 2000 * den);
  }

  private static long greatestCommonDivisor(long a, long b) {
    return b == 0 ? a : greatestCommonDivisor(b, a % b);
  }

  @Override
  public String toString() {
    return num + "/" + den;
  }
}
