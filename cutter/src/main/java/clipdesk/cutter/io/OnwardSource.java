package clipdesk.cutter.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.FutureTask;

/**
 * A source for somebody who goes through it from its start to its end: while one stretch is looked
 * at, the next is on its way. Any other read is right, too, but takes a whole stretch.
 */
public final class OnwardSource extends ForwardingSource {
  private static final int STRETCH_BYTES = 4 << 20;

  private final int stretchBytes;
  private FutureTask<byte[]> present;
  private FutureTask<byte[]> next;
  private long number = -1;

  public OnwardSource(ByteSource source) {
    this(source, STRETCH_BYTES);
  }

  OnwardSource(ByteSource source, int stretchBytes) {
    super(source);
    this.stretchBytes = stretchBytes;
  }

  @Override
  public synchronized void read(long offset, ByteBuffer into) throws IOException {
    requireInside(offset, into.remaining());
    long at = offset;
    while (into.hasRemaining()) {
      byte[] bytes = stretch(at / stretchBytes);
      int from = (int) (at % stretchBytes);
      int count = Math.min(bytes.length - from, into.remaining());
      into.put(bytes, from, count);
      at += count;
    }
  }

  private byte[] stretch(long wanted) throws IOException {
    if (wanted != number) {
      present = wanted == number + 1 && next != null ? next : started(wanted);
      next = (wanted + 1) * stretchBytes < sizeBytes() ? started(wanted + 1) : null;
      number = wanted;
    }
    return Waiting.get(present);
  }

  private FutureTask<byte[]> started(long stretch) {
    var task = new FutureTask<>(() -> fetched(stretch * stretchBytes));
    Thread.ofVirtual().start(task);
    return task;
  }

  private byte[] fetched(long from) throws IOException {
    var bytes = ByteBuffer.allocate((int) Math.min(stretchBytes, sizeBytes() - from));
    super.read(from, bytes);
    return bytes.array();
  }
}
