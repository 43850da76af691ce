package clipdesk.cutter.transport;

import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.util.Arrays;

/** Where the samples of one stream lie in packets, in the order of the file. */
final class Pieces {
  /** Further than any interleaving spreads a picture; bounds what one read costs. */
  private static final long MAX_SPREAD_BYTES = 64 << 20;

  private long[] packets = new long[64];
  private int[] skips = new int[64];
  private int[] rawSizes = new int[64];
  private int[] spreads = new int[64];
  private int[] sizes = new int[64];
  private int count;

  /**
   * @param packet offset of the packet in which it starts
   * @param skip bytes of that packet's payload, headers left out, before it
   * @param rawSize its bytes in the stream
   * @param end behind the packet in which it ends
   * @param size of the sample that is made of it
   */
  void add(long packet, int skip, int rawSize, long end, int size) {
    if (end - packet > MAX_SPREAD_BYTES) {
      throw new UnsupportedMasterException(
          FallbackReason.CONTAINER,
          "a picture or sound is spread over %d bytes".formatted(end - packet));
    }
    if (count == packets.length) {
      packets = Arrays.copyOf(packets, 2 * count);
      skips = Arrays.copyOf(skips, 2 * count);
      rawSizes = Arrays.copyOf(rawSizes, 2 * count);
      spreads = Arrays.copyOf(spreads, 2 * count);
      sizes = Arrays.copyOf(sizes, 2 * count);
    }
    packets[count] = packet;
    skips[count] = skip;
    rawSizes[count] = rawSize;
    spreads[count] = (int) (end - packet);
    sizes[count] = size;
    count++;
  }

  int count() {
    return count;
  }

  long packet(int piece) {
    return packets[piece];
  }

  int skip(int piece) {
    return skips[piece];
  }

  int rawSize(int piece) {
    return rawSizes[piece];
  }

  long end(int piece) {
    return packets[piece] + spreads[piece];
  }

  int size(int piece) {
    return sizes[piece];
  }
}
