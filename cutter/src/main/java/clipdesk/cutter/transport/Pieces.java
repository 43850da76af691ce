package clipdesk.cutter.transport;

import java.io.IOException;

/** Where the samples of one stream lie in packets, in the order of the file. */
public interface Pieces {
  /** Further than any interleaving spreads a picture; bounds what one read costs. */
  long MAX_SPREAD_BYTES = 64 << 20;

  /** How many samples start before a place among those that are put together. */
  int startingBefore(long place) throws IOException;

  /** Samples {@code [first, end)}, which are there. */
  PieceWindow window(int first, int end) throws IOException;

  /** Those of which a byte lies in a range of what is put together. */
  default PieceWindow between(long from, long to) throws IOException {
    int end = startingBefore(to);
    var found = window(Math.clamp(startingBefore(from + 1) - 1, 0, end), end);
    return found.count() > 0 && found.start(0) + found.size(0) <= from
        ? found.withoutFirst()
        : found;
  }
}
