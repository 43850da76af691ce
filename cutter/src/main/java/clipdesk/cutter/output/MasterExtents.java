package clipdesk.cutter.output;

import java.util.ArrayList;
import java.util.List;

/**
 * One request to the master that brings several pieces.
 *
 * @param pieces in the order of their bytes, all inside the range
 */
record MasterExtents(long offset, int length, List<Piece> pieces) {
  private static final int MAX_GAP_BYTES = 256 << 10;

  /**
   * Groups pieces that lie close together.
   *
   * @param maxBytes of one request, unless a single piece is longer
   */
  static List<MasterExtents> of(List<Piece> pieces, int maxBytes) {
    List<MasterExtents> extents = new ArrayList<>();
    for (int i = 0; i < pieces.size(); ) {
      long from = pieces.get(i).source();
      long to = pieces.get(i).endSource();
      int j = i + 1;
      while (j < pieces.size()
          && pieces.get(j).source() - to <= MAX_GAP_BYTES
          && pieces.get(j).endSource() - from <= maxBytes) {
        to = Math.max(to, pieces.get(j).endSource());
        j++;
      }
      extents.add(new MasterExtents(from, Math.toIntExact(to - from), pieces.subList(i, j)));
      i = j;
    }
    return extents;
  }
}
