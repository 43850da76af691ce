package clipdesk.cutter.transport;

import java.util.Arrays;

/**
 * Some samples of a stream, one behind the other, addressed from 0. The arrays are handed over, not
 * copied.
 *
 * @param starts where they stand among all that are put together
 * @param sizes of the samples that are made
 * @param packets offsets of the packets in which they start
 * @param skips bytes of that packet's payload, headers left out, before them
 * @param rawSizes their bytes in the stream
 * @param spreads from the packet in which they start to the end of the one in which they end
 */
public record PieceWindow(
    long[] starts, int[] sizes, long[] packets, int[] skips, int[] rawSizes, int[] spreads) {

  public int count() {
    return sizes.length;
  }

  public long start(int piece) {
    return starts[piece];
  }

  public int size(int piece) {
    return sizes[piece];
  }

  public long packet(int piece) {
    return packets[piece];
  }

  public int skip(int piece) {
    return skips[piece];
  }

  public int rawSize(int piece) {
    return rawSizes[piece];
  }

  public int spread(int piece) {
    return spreads[piece];
  }

  /** Behind the packet in which it ends. */
  public long end(int piece) {
    return packets[piece] + spreads[piece];
  }

  PieceWindow withoutFirst() {
    return new PieceWindow(
        Arrays.copyOfRange(starts, 1, starts.length),
        Arrays.copyOfRange(sizes, 1, sizes.length),
        Arrays.copyOfRange(packets, 1, packets.length),
        Arrays.copyOfRange(skips, 1, skips.length),
        Arrays.copyOfRange(rawSizes, 1, rawSizes.length),
        Arrays.copyOfRange(spreads, 1, spreads.length));
  }
}
