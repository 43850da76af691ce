package clipdesk.cutter.transport;

import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.util.Arrays;
import java.util.List;

/** Pieces that are listed one by one while a file is walked. */
final class ListedPieces implements Pieces {
  private long[] starts = new long[64];
  private long[] packets = new long[64];
  private int[] skips = new int[64];
  private int[] rawSizes = new int[64];
  private int[] spreads = new int[64];
  private int[] sizes = new int[64];
  private int count;

  /**
   * As in {@link PieceWindow}.
   *
   * @param end behind the packet in which it ends
   */
  void add(long packet, int skip, int rawSize, long end, int size) {
    if (end - packet > MAX_SPREAD_BYTES) {
      throw new UnsupportedMasterException(
          FallbackReason.CONTAINER,
          "a picture or sound is spread over %d bytes".formatted(end - packet));
    }
    if (count == packets.length) {
      starts = Arrays.copyOf(starts, 2 * count);
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

  /**
   * Gives all samples of all streams their places, in the order in which they start in the file.
   *
   * @return how long all of them are
   */
  static long layOut(List<ListedPieces> streams) {
    var next = new int[streams.size()];
    long at = 0;
    for (int first = first(streams, next); first >= 0; first = first(streams, next)) {
      var stream = streams.get(first);
      int sample = next[first]++;
      stream.starts[sample] = at;
      at += stream.sizes[sample];
    }
    return at;
  }

  /** The stream whose next sample starts first; -1 behind the last one. */
  private static int first(List<ListedPieces> streams, int[] next) {
    int first = -1;
    long packet = Long.MAX_VALUE;
    for (int i = 0; i < next.length; i++) {
      var stream = streams.get(i);
      if (next[i] < stream.count && stream.packets[next[i]] < packet) {
        first = i;
        packet = stream.packets[next[i]];
      }
    }
    return first;
  }

  int count() {
    return count;
  }

  /** Place in the file of the packet in which a piece starts. */
  long packet(int piece) {
    return packets[piece];
  }

  int size(int piece) {
    return sizes[piece];
  }

  /** To be asked for when all have their places. */
  long start(int piece) {
    return starts[piece];
  }

  @Override
  public int startingBefore(long place) {
    int found = Arrays.binarySearch(starts, 0, count, place);
    return found >= 0 ? found : -found - 1;
  }

  @Override
  public PieceWindow window(int first, int end) {
    return new PieceWindow(
        Arrays.copyOfRange(starts, first, end),
        Arrays.copyOfRange(sizes, first, end),
        Arrays.copyOfRange(packets, first, end),
        Arrays.copyOfRange(skips, first, end),
        Arrays.copyOfRange(rawSizes, first, end),
        Arrays.copyOfRange(spreads, first, end));
  }
}
