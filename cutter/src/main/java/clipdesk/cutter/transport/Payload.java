package clipdesk.cutter.transport;

import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.util.Arrays;

/** Bytes of one stream that were taken out of its packets, and which packet each came in. */
final class Payload {
  /** Larger than any picture; bounds the memory that a stream without an end takes. */
  private static final int MAX_BYTES = 32 << 20;

  private byte[] bytes = new byte[64 << 10];
  private int length;
  private long[] packets = new long[512];
  private int[] starts = new int[512];
  private int packetCount;

  void add(byte[] from, int start, int end, long packet) {
    int count = end - start;
    if (length + count > MAX_BYTES) {
      throw new UnsupportedMasterException(
          FallbackReason.CONTAINER, "a picture of more than %d bytes".formatted(MAX_BYTES));
    }
    if (length + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.min(MAX_BYTES, 2 * (length + count)));
    }
    if (packetCount == packets.length) {
      packets = Arrays.copyOf(packets, 2 * packetCount);
      starts = Arrays.copyOf(starts, 2 * packetCount);
    }
    packets[packetCount] = packet;
    starts[packetCount++] = length;
    System.arraycopy(from, start, bytes, length, count);
    length += count;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  /** Offset of the packet in which a byte came. */
  long packetOf(int position) {
    return packets[indexOf(position)];
  }

  /** How many bytes came before it in the same packet. */
  int placeInPacket(int position) {
    return position - starts[indexOf(position)];
  }

  private int indexOf(int position) {
    int found = Arrays.binarySearch(starts, 0, packetCount, position);
    int index = found >= 0 ? found : -found - 2;
    // A packet of a header alone starts where the next one does.
    while (index + 1 < packetCount && starts[index + 1] == position) {
      index++;
    }
    return index;
  }

  /** Leaves out what was used up; the packet of the next byte stays. */
  void drop(int count) {
    if (count == length) {
      length = 0;
      packetCount = 0;
      return;
    }
    int first = indexOf(count);
    System.arraycopy(bytes, count, bytes, 0, length - count);
    length -= count;
    packetCount -= first;
    System.arraycopy(packets, first, packets, 0, packetCount);
    System.arraycopy(starts, first, starts, 0, packetCount);
    for (int i = 0; i < packetCount; i++) {
      starts[i] -= count;
    }
  }
}
