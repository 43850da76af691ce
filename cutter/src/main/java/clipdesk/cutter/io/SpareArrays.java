package clipdesk.cutter.io;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Arrays of one length that are used again and again: a stretch of a master is too large for the
 * young generation, and a clip of minutes would leave its whole length for the collector. There are
 * as many as were ever in use at a time. Safe for use by several threads.
 */
public final class SpareArrays {
  private final int length;
  private final Queue<byte[]> spare = new ConcurrentLinkedQueue<>();

  /**
   * @param length of each array, in bytes
   */
  public SpareArrays(int length) {
    this.length = length;
  }

  /** One that nobody else uses; what it holds is left from before. */
  public byte[] take() {
    var array = spare.poll();
    return array == null ? new byte[length] : array;
  }

  /** To be called once for what was taken, which is not to be touched any more. */
  public void giveBack(byte[] array) {
    spare.add(array);
  }
}
