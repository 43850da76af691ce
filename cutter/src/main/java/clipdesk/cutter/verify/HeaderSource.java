package clipdesk.cutter.verify;

import clipdesk.cutter.io.ByteSource;
import java.io.EOFException;
import java.nio.ByteBuffer;

/** A clip of which only the header is at hand; the payload reads as zeros. */
final class HeaderSource implements ByteSource {
  private final byte[] header;
  private final long sizeBytes;

  HeaderSource(byte[] header, long sizeBytes) {
    this.header = header;
    this.sizeBytes = sizeBytes;
  }

  @Override
  public long sizeBytes() {
    return sizeBytes;
  }

  @Override
  public String identity() {
    return "clip";
  }

  @Override
  public void read(long offset, ByteBuffer into) throws EOFException {
    requireInside(offset, into.remaining());
    int known = Math.clamp(header.length - offset, 0, into.remaining());
    if (known > 0) {
      into.put(header, (int) offset, known);
    }
    into.put(new byte[into.remaining()]);
  }

  @Override
  public void close() {}
}
