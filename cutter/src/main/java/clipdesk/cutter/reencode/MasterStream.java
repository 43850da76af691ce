package clipdesk.cutter.reencode;

import clipdesk.cutter.io.ByteSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A master as the stream that JavaCV's grabber wants: it seeks by {@code reset()} to the start and
 * {@code skip(n)}, both free here, and reads 4 096 bytes at a time, so reads go through a window.
 * The grabber takes a failure for the end of the file; it is kept to be thrown afterwards.
 */
final class MasterStream extends InputStream {
  private static final int WINDOW_BYTES = 4 << 20;

  private final ByteSource source;
  private final byte[] window = new byte[WINDOW_BYTES];
  private long windowStart;
  private int windowLength;
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
    if (position < windowStart || position >= windowStart + windowLength) {
      fill();
    }
    int at = (int) (position - windowStart);
    int n = Math.min(length, windowLength - at);
    System.arraycopy(window, at, into, offset, n);
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

  private void fill() throws IOException {
    try {
      if (System.nanoTime() - deadlineNanos > 0) {
        throw new OutOfTimeException();
      }
      int length = (int) Math.min(WINDOW_BYTES, source.sizeBytes() - position);
      windowLength = 0;
      source.read(position, ByteBuffer.wrap(window, 0, length));
      windowStart = position;
      windowLength = length;
    } catch (IOException e) {
      failure = Optional.of(e);
      throw e;
    } catch (RuntimeException e) {
      failure = Optional.of(new IOException("The master cannot be read", e));
      throw e;
    }
  }
}
