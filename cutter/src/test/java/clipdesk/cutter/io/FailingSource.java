package clipdesk.cutter.io;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;

/** A master whose store fails at one read, and at no other. */
public final class FailingSource extends ForwardingSource {
  private final int failing;
  private final AtomicInteger reads = new AtomicInteger();

  /**
   * @param failing number of the read, from 0; reads of several threads are counted as they come
   */
  public FailingSource(ByteSource source, int failing) {
    super(source);
    this.failing = failing;
  }

  /** What the failing read says. */
  public String message() {
    return "read %d failed".formatted(failing);
  }

  public int reads() {
    return reads.get();
  }

  @Override
  public void read(long offset, ByteBuffer into) throws IOException {
    if (reads.getAndIncrement() == failing) {
      // What had arrived before the connection broke must not be taken for the master.
      while (into.remaining() > 1) {
        into.put((byte) 0x55);
      }
      throw new EOFException(message());
    }
    super.read(offset, into);
  }
}
