package clipdesk.cutter.output;

import clipdesk.cutter.io.ClipSink;
import clipdesk.cutter.io.Waiting;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Cuts a stream of bytes into parts and stores two at a time. If the header is not known yet, the
 * first part's worth of payload is held back until it is.
 */
final class PartWriter {
  private static final int PARTS_IN_FLIGHT = 2;
  private static final int PART_BYTES = 8 << 20;
  private static final int USABLE_PARTS = 9000;

  private final ClipSink sink;
  private final ExecutorService threads;
  private final int partBytes;
  private final Deque<Future<ByteBuffer>> inFlight = new ArrayDeque<>();
  private final Deque<ByteBuffer> free = new ArrayDeque<>();
  private final boolean holdsFirst;
  private Optional<ByteBuffer> held = Optional.empty();
  private ByteBuffer current;
  private int parts;
  private long bytes;

  /**
   * @param expectedBytes of the whole clip, about
   * @param holdsFirst whether the header comes last, with {@link #finish(byte[])}
   */
  PartWriter(ClipSink sink, ExecutorService threads, long expectedBytes, boolean holdsFirst) {
    this.sink = sink;
    this.threads = threads;
    this.holdsFirst = holdsFirst;
    this.partBytes = (int) Math.max(PART_BYTES, Math.ceilDiv(expectedBytes, USABLE_PARTS));
    this.current = ByteBuffer.allocate(Math.clamp(expectedBytes, 1 << 16, partBytes));
  }

  void write(byte[] source) throws IOException {
    write(source, 0, source.length);
  }

  void write(byte[] source, int from, int length) throws IOException {
    int done = 0;
    while (done < length) {
      if (!current.hasRemaining()) {
        turnOver();
      }
      int count = Math.min(length - done, current.remaining());
      current.put(source, from + done, count);
      done += count;
    }
    bytes += length;
  }

  private void turnOver() throws IOException {
    if (current.capacity() < partBytes) {
      current = ByteBuffer.allocate(partBytes).put(current.flip());
      return;
    }
    if (holdsFirst && held.isEmpty()) {
      held = Optional.of(current.flip());
      parts = 1;
    } else {
      store(++parts, current.flip());
    }
    current = free.isEmpty() ? ByteBuffer.allocate(partBytes) : free.removeFirst().clear();
  }

  private void store(int number, ByteBuffer part) throws IOException {
    while (inFlight.size() >= PARTS_IN_FLIGHT) {
      free.addLast(Waiting.get(inFlight.removeFirst()));
    }
    inFlight.addLast(
        threads.submit(
            () -> {
              sink.part(number, part);
              return part;
            }));
  }

  /** Stores what is left of a clip whose header was written first. */
  void finish() throws IOException {
    if (current.position() > 0) {
      store(++parts, current.flip());
    }
    await();
  }

  /** Stores what is left, and the first part with the header in front. */
  void finish(byte[] header) throws IOException {
    var first = held.orElse(current);
    if (held.isEmpty()) {
      current.flip();
    } else if (current.position() > 0) {
      store(++parts, current.flip());
    }
    await();
    bytes += header.length;
    sink.part(
        1, ByteBuffer.allocate(header.length + first.remaining()).put(header).put(first).flip());
  }

  private void await() throws IOException {
    while (!inFlight.isEmpty()) {
      Waiting.get(inFlight.removeFirst());
    }
  }

  /** Bytes written so far, the header included. */
  long bytes() {
    return bytes;
  }
}
