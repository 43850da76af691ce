package clipdesk.cutter.io;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Another source seen in some other way. Closing it leaves that source open. */
public abstract class ForwardingSource implements ByteSource {
  private final ByteSource source;

  protected ForwardingSource(ByteSource source) {
    this.source = source;
  }

  @Override
  public long sizeBytes() {
    return source.sizeBytes();
  }

  @Override
  public String identity() {
    return source.identity();
  }

  @Override
  public void read(long offset, ByteBuffer into) throws IOException {
    source.read(offset, into);
  }

  @Override
  public void close() {}
}
