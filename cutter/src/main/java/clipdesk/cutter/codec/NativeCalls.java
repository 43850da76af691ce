package clipdesk.cutter.codec;

import clipdesk.cutter.io.Waiting;
import clipdesk.cutter.refusals.CodecHungException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.IntSupplier;

/**
 * Looks after work that calls decoders, encoders and demuxers, which may never return: nothing can
 * interrupt native code. The work has a thread of its own; where one of its calls hangs, that
 * thread is given up and whoever waits goes on.
 */
public final class NativeCalls {
  /** Longer than any picture takes on a slow processor. */
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private static final int LOOKS = 20;
  private static final long NONE = Long.MIN_VALUE;
  private static final ScopedValue<NativeCalls> CURRENT = ScopedValue.newInstance();

  private final Duration limit;
  private final Runnable before;
  private volatile long since = NONE;
  private volatile boolean givenUp;

  public NativeCalls() {
    this(LIMIT, () -> {});
  }

  /**
   * @param limit how long one call may take
   * @param before what each call does first; a test hangs there
   */
  public NativeCalls(Duration limit, Runnable before) {
    this.limit = limit;
    this.before = before;
  }

  /** Native code, or what it asks for. */
  public interface Call<T, E extends Exception> {
    T made() throws E;
  }

  /**
   * Does the work and waits for it.
   *
   * @throws CodecHungException if one of its native calls does not return
   * @throws IOException if the work does, or the wait is interrupted
   */
  public <T> T lookAfter(Callable<T> work) throws IOException {
    var task = new FutureTask<T>(() -> ScopedValue.where(CURRENT, this).call(work::call));
    var thread = Thread.ofPlatform().daemon().name("cut").start(task);
    try {
      while (!thread.join(limit.dividedBy(LOOKS))) {
        requireProgress();
      }
    } catch (InterruptedException e) {
      givenUp = true;
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while waiting for a cut");
    }
    return Waiting.get(task);
  }

  /**
   * Starts a part of work that is looked after, on a thread of its own, and looks after it in the
   * same way. Whoever starts it waits for it, or cancels it.
   */
  public static <T> Future<T> beside(Callable<T> part) {
    var calls =
        CURRENT.isBound()
            ? new NativeCalls(CURRENT.get().limit, CURRENT.get().before)
            : new NativeCalls();
    var task = new FutureTask<T>(() -> calls.lookAfter(part));
    Thread.startVirtualThread(task);
    return task;
  }

  private void requireProgress() {
    long began = since;
    if (began != NONE && System.nanoTime() - began > limit.toNanos()) {
      givenUp = true;
      throw new CodecHungException(limit);
    }
  }

  /**
   * Makes one native call, looked after if it is part of such work.
   *
   * @throws CodecHungException if it returns after all, but nobody waits for it any more
   */
  static int call(IntSupplier nativeCall) {
    return CURRENT.isBound() ? CURRENT.get().timed(nativeCall::getAsInt) : nativeCall.getAsInt();
  }

  /** As {@link #call}, of a demuxer, which gets its bytes through {@link #reading}. */
  public static <T, E extends Exception> T demuxing(Call<T, E> nativeCall) throws E {
    return CURRENT.isBound() ? CURRENT.get().timed(nativeCall) : nativeCall.made();
  }

  /** Gets bytes for native code. A store has limits of its own: its time does not count. */
  public static <T, E extends Exception> T reading(Call<T, E> source) throws E {
    return CURRENT.isBound() ? CURRENT.get().untimed(source) : source.made();
  }

  private <T, E extends Exception> T timed(Call<T, E> nativeCall) throws E {
    since = System.nanoTime();
    try {
      before.run();
      return nativeCall.made();
    } finally {
      since = NONE;
      requireSomebodyWaiting();
    }
  }

  private <T, E extends Exception> T untimed(Call<T, E> source) throws E {
    long began = since;
    since = NONE;
    try {
      return source.made();
    } finally {
      since = began == NONE ? NONE : System.nanoTime();
    }
  }

  private void requireSomebodyWaiting() {
    if (givenUp) {
      throw new CodecHungException(limit);
    }
  }
}
