package clipdesk.cutter.index;

import clipdesk.cutter.transport.PieceWindow;
import clipdesk.cutter.transport.Pieces;
import java.io.IOException;
import java.util.Arrays;

/** Where samples lie in packets, by the blocks of a cut index. */
final class SidecarPieces implements Pieces {
  private final SidecarBlocks blocks;
  private final long[] blockStarts;
  private final int stride;
  private final long masterBytes;

  /**
   * @param blockStarts where the first sample of each block stands among all that are put together
   * @param stride bytes from packet to packet
   */
  SidecarPieces(SidecarBlocks blocks, long[] blockStarts, int stride, long masterBytes) {
    this.blocks = blocks;
    this.blockStarts = blockStarts;
    this.stride = stride;
    this.masterBytes = masterBytes;
  }

  @Override
  public int startingBefore(long place) throws IOException {
    int found = Arrays.binarySearch(blockStarts, place);
    int block = (found >= 0 ? found : -found - 1) - 1;
    if (block < 0) {
      return 0;
    }
    int first = block * SampleBlock.SAMPLES;
    int end = Math.min(blocks.count(), first + SampleBlock.SAMPLES);
    long[] starts = window(first, end).starts();
    int inBlock = Arrays.binarySearch(starts, place);
    return first + (inBlock >= 0 ? inBlock : -inBlock - 1);
  }

  @Override
  public PieceWindow window(int first, int end) throws IOException {
    int length = end - first;
    var window =
        new PieceWindow(
            new long[length],
            new int[length],
            new long[length],
            new int[length],
            new int[length],
            new int[length]);
    if (length > 0) {
      int at = first / SampleBlock.SAMPLES * SampleBlock.SAMPLES - first;
      for (var columns : blocks.of(first, end)) {
        for (int i = 0; i < columns.sizes().length; i++, at++) {
          if (at >= 0 && at < length) {
            put(window, at, columns, i);
          }
        }
      }
    }
    return window;
  }

  private void put(PieceWindow window, int at, SampleBlock.Columns columns, int sample) {
    var pieces = columns.pieces().orElseThrow();
    long packet = pieces.packets()[sample];
    long spread = pieces.spreads()[sample] * (long) stride;
    int rawSize = pieces.rawSizes()[sample];
    window.starts()[at] = columns.offsets()[sample];
    window.sizes()[at] = columns.sizes()[sample];
    boolean follows = at == 0 || window.start(at) >= window.start(at - 1) + window.size(at - 1);
    boolean full = rawSize > 0 && rawSize <= spread && spread <= MAX_SPREAD_BYTES;
    boolean inside = packet >= 0 && packet <= (masterBytes - spread) / stride;
    // What was written is so, but whoever damages an index may put its checksums right.
    if (!follows || !full || !inside) {
      throw new StaleIndexException("The cut index is damaged: a sample lies in no packets");
    }
    window.packets()[at] = packet * stride;
    window.skips()[at] = pieces.skips()[sample];
    window.rawSizes()[at] = rawSize;
    window.spreads()[at] = (int) spread;
  }
}
