package clipdesk.cutter.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.LongAdder;

/** Counts what is read of a source; closing it leaves the source open. */
public final class CountingSource implements ByteSource {
  private final ByteSource source;
  private final LongAdder reads = new LongAdder();
  private final LongAdder bytes = new LongAdder();

  public CountingSource(ByteSource source) {
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
    reads.increment();
    bytes.add(into.remaining());
    source.read(offset, into);
  }

  public long reads() {
    return reads.sum();
  }

  public long bytesRead() {
    return bytes.sum();
  }

  @Override
  public void close() {}
}
