package clipdesk.cutter.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.LongAdder;

/** Counts what is read of a source. */
public final class CountingSource extends ForwardingSource {
  private final LongAdder reads = new LongAdder();
  private final LongAdder bytes = new LongAdder();

  public CountingSource(ByteSource source) {
    super(source);
  }

  @Override
  public void read(long offset, ByteBuffer into) throws IOException {
    reads.increment();
    bytes.add(into.remaining());
    super.read(offset, into);
  }

  public long reads() {
    return reads.sum();
  }

  public long bytesRead() {
    return bytes.sum();
  }
}
