package clipdesk.cutter.output;

import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.SpareArrays;
import clipdesk.cutter.io.Waiting;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Reads a list of extents in order, a few requests ahead of the consumer. */
final class ReadAhead {
  private static final int REQUESTS_IN_FLIGHT = 3;

  private final ByteSource master;
  private final ExecutorService threads;

  /** Sees one extent after the other. */
  interface Consumer {
    /**
     * @param bytes start with those of the extent; they are others' afterwards
     */
    void extent(MasterExtents extent, byte[] bytes) throws IOException;
  }

  ReadAhead(ByteSource master, ExecutorService threads) {
    this.master = master;
    this.threads = threads;
  }

  void read(List<MasterExtents> extents, Consumer consumer) throws IOException {
    var arrays = new SpareArrays(extents.stream().mapToInt(MasterExtents::length).max().orElse(0));
    Deque<Future<byte[]>> inFlight = new ArrayDeque<>();
    int next = 0;
    for (var extent : extents) {
      while (next < extents.size() && inFlight.size() < REQUESTS_IN_FLIGHT) {
        var ahead = extents.get(next++);
        inFlight.addLast(threads.submit(() -> bytes(ahead, arrays.take())));
      }
      byte[] bytes = Waiting.get(inFlight.removeFirst());
      consumer.extent(extent, bytes);
      arrays.giveBack(bytes);
    }
  }

  private byte[] bytes(MasterExtents extent, byte[] array) throws IOException {
    master.read(extent.offset(), ByteBuffer.wrap(array, 0, extent.length()));
    return array;
  }
}
