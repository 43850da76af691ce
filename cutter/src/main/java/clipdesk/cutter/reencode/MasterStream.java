package clipdesk.cutter.reencode;

import clipdesk.cutter.io.ByteSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * A master as the stream that JavaCV's grabber wants: it seeks by {@code reset()} to the start and
 * {@code skip(n)}, both free here, and reads 4 096 bytes at a time, so reads go through a window.
 */
final class MasterStream extends InputStream {
  private static final int WINDOW_BYTES = 4 << 20;

  private final ByteSource source;
  private final byte[] window = new byte[WINDOW_BYTES];
  private long windowStart;
  private int windowLength;
  private long position;

  MasterStream(ByteSource source) {
    this.source = source;
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
    windowStart = position;
    windowLength = (int) Math.min(WINDOW_BYTES, source.sizeBytes() - position);
    source.read(windowStart, ByteBuffer.wrap(window, 0, windowLength));
  }
}
