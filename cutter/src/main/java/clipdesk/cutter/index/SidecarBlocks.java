package clipdesk.cutter.index;

import clipdesk.cutter.io.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The blocks of one track in a cut index, read by one request and remembered until the next. */
final class SidecarBlocks {
  private final ByteSource sidecar;
  private final int count;
  private final boolean inPieces;
  private final long[] positions;
  private byte[] cached = new byte[0];
  private int cachedFirst;
  private int cachedEnd;

  /**
   * @param count of all samples
   * @param inPieces whether they say out of which packets the samples are put together
   * @param positions of each block in the index, and of the end of the last one
   */
  SidecarBlocks(ByteSource sidecar, int count, boolean inPieces, long[] positions) {
    this.sidecar = sidecar;
    this.count = count;
    this.inPieces = inPieces;
    this.positions = positions;
  }

  int count() {
    return count;
  }

  /** The blocks of samples {@code [first, end)}, of which there are some. */
  List<SampleBlock.Columns> of(int first, int end) throws IOException {
    int firstBlock = first / SampleBlock.SAMPLES;
    int endBlock = (end - 1) / SampleBlock.SAMPLES + 1;
    List<SampleBlock.Columns> blocks = new ArrayList<>();
    synchronized (this) {
      hold(firstBlock, endBlock);
      for (int block = firstBlock; block < endBlock; block++) {
        blocks.add(decode(block));
      }
    }
    return blocks;
  }

  /**
   * A plan looks at single samples near the ends of its range before it takes the whole range, and
   * what is copied is looked up in it piece by piece.
   */
  private void hold(int first, int end) throws IOException {
    if (first < cachedFirst || end > cachedEnd) {
      long from = positions[first];
      var bytes = ByteBuffer.allocate(Math.toIntExact(positions[end] - from));
      sidecar.read(from, bytes);
      cached = bytes.array();
      cachedFirst = first;
      cachedEnd = end;
    }
  }

  private SampleBlock.Columns decode(int block) {
    int from = (int) (positions[block] - positions[cachedFirst]);
    int length = (int) (positions[block + 1] - positions[block]);
    int samples = Math.min(SampleBlock.SAMPLES, count - block * SampleBlock.SAMPLES);
    return SampleBlock.decode(cached, from, length, samples, inPieces);
  }
}
