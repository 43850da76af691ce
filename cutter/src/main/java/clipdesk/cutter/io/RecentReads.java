package clipdesk.cutter.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;

/**
 * Answers from memory what was read a moment ago: the pictures of an edge, the sound that lies
 * between them and the first part of the clip share their bytes. Holds at most 16 MiB. Safe for use
 * by several threads.
 */
public final class RecentReads extends ForwardingSource {
  private static final int MAX_BYTES = 16 << 20;

  private final TreeMap<Long, byte[]> held = new TreeMap<>();
  private final Deque<Long> oldestFirst = new ArrayDeque<>();
  private int heldBytes;

  public RecentReads(ByteSource source) {
    super(source);
  }

  @Override
  public void read(long offset, ByteBuffer into) throws IOException {
    requireInside(offset, into.remaining());
    long at = offset;
    while (into.hasRemaining()) {
      int before = into.remaining();
      if (!recall(at, into)) {
        into.put(fetch(at, before));
      }
      at += before - into.remaining();
    }
  }

  /** Reads what nobody will ask for again: none of it is held that was not. */
  public void readLast(long offset, ByteBuffer into) throws IOException {
    requireInside(offset, into.remaining());
    long at = offset;
    while (into.hasRemaining()) {
      int before = into.remaining();
      if (!recall(at, into)) {
        int missing = (int) Math.min(before, untilHeld(at));
        super.read(at, into.slice(into.position(), missing));
        into.position(into.position() + missing);
      }
      at += before - into.remaining();
    }
  }

  /**
   * Takes a range in with one request, to be read piece by piece. What is held is not read again.
   */
  public void prefetch(long offset, int length) throws IOException {
    requireInside(offset, length);
    long end = offset + length;
    for (long at = offset; at < end; ) {
      long heldTo = heldTo(at);
      if (heldTo == at) {
        heldTo = at + fetch(at, end - at).length;
      }
      at = heldTo;
    }
  }

  private byte[] fetch(long at, long wanted) throws IOException {
    var fresh = new byte[(int) Math.min(wanted, untilHeld(at))];
    super.read(at, ByteBuffer.wrap(fresh));
    hold(at, fresh);
    return fresh;
  }

  /** Behind the held bytes that start here or reach here; the position itself if there are none. */
  private synchronized long heldTo(long at) {
    var below = held.floorEntry(at);
    return below == null ? at : Math.max(at, end(below));
  }

  private synchronized boolean recall(long at, ByteBuffer into) {
    var below = held.floorEntry(at);
    if (below == null || end(below) <= at) {
      return false;
    }
    int count = (int) Math.min(end(below) - at, into.remaining());
    into.put(below.getValue(), (int) (at - below.getKey()), count);
    return true;
  }

  private synchronized long untilHeld(long at) {
    var above = held.higherKey(at);
    return above == null ? Long.MAX_VALUE : above - at;
  }

  private synchronized void hold(long at, byte[] bytes) {
    if (held.putIfAbsent(at, bytes) == null) {
      oldestFirst.addLast(at);
      heldBytes += bytes.length;
    }
    while (heldBytes > MAX_BYTES) {
      heldBytes -= held.remove(oldestFirst.removeFirst()).length;
    }
  }

  private static long end(Map.Entry<Long, byte[]> range) {
    return range.getKey() + range.getValue().length;
  }
}
