package clipdesk.cutter.io;

import java.io.EOFException;
import java.nio.ByteBuffer;

/** A master held in memory. */
public final class MemorySource implements ByteSource {
  private final byte[] bytes;
  private final String identity;

  public MemorySource(byte[] bytes, String identity) {
    this.bytes = bytes.clone();
    this.identity = identity;
  }

  @Override
  public long sizeBytes() {
    return bytes.length;
  }

  @Override
  public String identity() {
    return identity;
  }

  @Override
  public void read(long offset, ByteBuffer into) throws EOFException {
    requireInside(offset, into.remaining());
    into.put(bytes, (int) offset, into.remaining());
  }

  @Override
  public void close() {}
}
