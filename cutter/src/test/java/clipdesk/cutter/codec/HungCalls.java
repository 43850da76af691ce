package clipdesk.cutter.codec;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Native calls of which one does not come back. */
public final class HungCalls {
  private HungCalls() {}

  /**
   * @param hanging the call of a demuxer that waits, counted from 1
   * @param returning for what it waits
   */
  public static NativeCalls ofTheDemuxer(Duration limit, int hanging, CountDownLatch returning) {
    var calls = new AtomicInteger();
    return new NativeCalls(
        limit,
        () -> {
          if (isOfTheDemuxer() && calls.incrementAndGet() == hanging) {
            await(returning);
          }
        });
  }

  private static boolean isOfTheDemuxer() {
    return StackWalker.getInstance()
        .walk(frames -> frames.anyMatch(frame -> frame.getMethodName().equals("demuxing")));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
