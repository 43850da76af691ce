package clipdesk.cutter.reencode;

/**
 * The sound of a range, sample by sample: what comes is trimmed to the range, gaps are silent, and
 * all leaves in blocks. Positions count from the range's first sample.
 */
public final class SoundRange {
  /** Rounded times of packets that follow each other may be off by a tick, and by this. */
  private static final int ROUNDING_SAMPLES = 2;

  private static final int MICROS_OF_A_COARSE_TICK = 1000;

  /** 10 ms; nobody notices that sound is up to 45 ms early or 125 ms late (ITU-R BT.1359-1). */
  private static final int COARSE_JITTERS_A_SECOND = 100;

  private final long wanted;
  private final long jitter;
  private final Blocks blocks;
  private final float[][] block;
  private int filled;
  private long done;
  private long next = Long.MIN_VALUE;

  /** Gets full blocks, and one that is not full last of all. */
  public interface Blocks {
    void block(float[][] samples, int length);
  }

  /**
   * @param wanted how many samples the range has
   * @param jitter by how much the position of sound that continues may be off; times are rounded
   */
  public SoundRange(int channels, int blockSamples, long wanted, long jitter, Blocks blocks) {
    this.wanted = wanted;
    this.jitter = jitter;
    this.blocks = blocks;
    this.block = new float[channels][blockSamples];
  }

  /**
   * By how many samples the position of sound without a gap may be off. On the millisecond clock of
   * Matroska writers add up durations that are rounded, which for short packets are far from exact
   * (6 ms were seen): taken at their word, such sound would be pieces with holes between them.
   *
   * @param tick of the clock that times are told by
   */
  static long jitter(StreamTime tick, int rate) {
    long coarse =
        tick.micros() < MICROS_OF_A_COARSE_TICK ? 0 : Math.ceilDiv(rate, COARSE_JITTERS_A_SECOND);
    return Math.max(tick.in(rate) + ROUNDING_SAMPLES, coarse);
  }

  /**
   * @param position where the samples lie by their time stamp
   * @param samples one array a channel
   */
  public void put(long position, float[][] samples) {
    int length = samples[0].length;
    boolean continues = next != Long.MIN_VALUE && Math.abs(position - next) <= jitter;
    long first = continues ? next : position;
    next = first + length;
    long from = Math.max(first, done);
    long to = Math.min(first + length, wanted);
    if (from < to) {
      append(from - done);
      append(samples, (int) (from - first), (int) (to - first));
    }
  }

  /** Hands over what does not fill a block. */
  public void finish() {
    if (filled > 0) {
      blocks.block(block, filled);
      filled = 0;
    }
  }

  private void append(long silence) {
    var nothing = new float[block.length][(int) Math.min(silence, block[0].length)];
    for (long left = silence; left > 0; ) {
      int length = (int) Math.min(left, block[0].length);
      append(nothing, 0, length);
      left -= length;
    }
  }

  private void append(float[][] samples, int from, int to) {
    for (int at = from; at < to; ) {
      int length = Math.min(to - at, block[0].length - filled);
      for (int channel = 0; channel < block.length; channel++) {
        System.arraycopy(samples[channel], at, block[channel], filled, length);
      }
      at += length;
      filled += length;
      done += length;
      if (filled == block[0].length) {
        finish();
      }
    }
  }

  /** Samples of the range that are there, silence included. */
  public long samples() {
    return done;
  }

  public boolean complete() {
    return done >= wanted;
  }
}
