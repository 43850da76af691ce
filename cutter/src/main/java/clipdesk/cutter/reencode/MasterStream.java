package clipdesk.cutter.reencode;

import clipdesk.cutter.codec.NativeCalls;
import clipdesk.cutter.io.ByteSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A master as the stream that JavaCV's grabber wants: it seeks by {@code reset()} to the start and
 * {@code skip(n)}, both free here, and reads 4 096 bytes at a time, so reads go through a window.
 * There are two: where sound lies far from its pictures, the demuxer goes to and fro. The grabber
 * takes a failure for the end of the file; it is kept to be thrown afterwards.
 */
final class MasterStream extends InputStream {
  private static final int WINDOW_BYTES = 4 << 20;

  private final ByteSource source;
  private Window window = new Window();
  private Window before = new Window();
  private final long deadlineNanos;
  private long position;
  private Optional<IOException> failure = Optional.empty();

  /**
   * @param deadlineNanos of {@link System#nanoTime()}; later reads fail, whatever loop they are in
   */
  MasterStream(ByteSource source, long deadlineNanos) {
    this.source = source;
    this.deadlineNanos = deadlineNanos;
  }

  /**
   * @throws OutOfTimeException if a read came too late
   * @throws IOException if a read failed
   */
  void rethrowFailure() throws IOException {
    if (failure.isPresent()) {
      throw failure.get();
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (position >= source.sizeBytes()) {
      return -1;
    }
    if (!window.holds(position)) {
      turnTo();
    }
    int at = (int) (position - window.start);
    int n = Math.min(length, window.length - at);
    System.arraycopy(window.bytes, at, into, offset, n);
    position += n;
    return n;
  }

  @Override
  public long skip(long n) {
    long skipped = Math.max(0, Math.min(n, source.sizeBytes() - position));
    position += skipped;
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return true;
  }

  @Override
  public void mark(int limit) {
    // The grabber marks once, at the start; reset always goes there.
  }

  @Override
  public void reset() {
    position = 0;
  }

  private void turnTo() throws IOException {
    var other = before;
    before = window;
    window = other;
    try {
      if (System.nanoTime() - deadlineNanos > 0) {
        throw new OutOfTimeException();
      }
      if (!window.holds(position)) {
        NativeCalls.reading(() -> window.fill(source, position));
      }
    } catch (IOException e) {
      failure = Optional.of(e);
      throw e;
    } catch (RuntimeException e) {
      failure = Optional.of(new IOException("The master cannot be read", e));
      throw e;
    }
  }

  /** A stretch of the master that was read with one request; empty at first. */
  private static final class Window {
    private byte[] bytes = new byte[0];
    private long start;
    private int length;

    boolean holds(long position) {
      return position >= start && position < start + length;
    }

    Window fill(ByteSource source, long position) throws IOException {
      int wanted = (int) Math.min(WINDOW_BYTES, source.sizeBytes() - position);
      length = 0;
      if (bytes.length < wanted) {
        bytes = new byte[wanted];
      }
      source.read(position, ByteBuffer.wrap(bytes, 0, wanted));
      start = position;
      length = wanted;
      return this;
    }
  }
}
