package clipdesk.cutter.reencode;

/**
 * The sound of a range, sample by sample: what comes is trimmed to the range, gaps are silent, and
 * all leaves in blocks. Positions count from the range's first sample.
 */
public final class SoundRange {
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
