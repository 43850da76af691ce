package clipdesk.cutter.reencode;

/**
 * Which frame a picture is, told by its time: counting would need a decode from the very start.
 *
 * @param firstMicros when frame 0 is shown, on the demuxer's clock
 * @param framesPerSecond constant for the whole master
 */
record FrameNumbers(long firstMicros, double framesPerSecond) {
  private static final double MICROS = 1_000_000;

  /** The frame nearest to a time; times are a fraction of a frame off after rounding. */
  long frameAt(long micros) {
    return Math.round((micros - firstMicros) * framesPerSecond / MICROS);
  }

  /** When a frame is shown, on the demuxer's clock. */
  long microsOf(long frame) {
    return firstMicros + Math.round(frame * MICROS / framesPerSecond);
  }

  /** When a frame is shown after frame 0, in milliseconds. */
  double millisOf(long frame) {
    return Math.round(frame * MICROS / framesPerSecond) / 1000.0;
  }
}
