package clipdesk.cutter.codec;

import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.time.Duration;

/** Until when edges may be encoded. */
public final class Deadline {
  private final long nanos;

  private Deadline(long nanos) {
    this.nanos = nanos;
  }

  public static Deadline in(Duration limit) {
    return new Deadline(System.nanoTime() + limit.toNanos());
  }

  /**
   * @throws UnsupportedMasterException if it has passed: then another way of cutting has to do
   */
  public void requireTime() {
    if (System.nanoTime() - nanos > 0) {
      throw new UnsupportedMasterException(
          FallbackReason.CODEC_FAILED, "the edges were not encoded in time");
    }
  }
}
