package clipdesk.cutter.index;

import clipdesk.cutter.io.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The blocks of one track in a cut index, read with few requests: the stretches that were asked for
 * last are remembered.
 */
final class SidecarBlocks {
  /** The middle of a clip and its edges are looked up side by side. */
  private static final int STRETCHES = 4;

  private final ByteSource sidecar;
  private final int count;
  private final boolean inPieces;
  private final long[] positions;
  private final Deque<Stretch> lastFirst = new ArrayDeque<>();

  /** Blocks {@code [first, end)} as they stand in the index. */
  private record Stretch(int first, int end, byte[] bytes) {
    boolean holds(int from, int to) {
      return from >= first && to <= end;
    }
  }

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
    var stretch = stretch(firstBlock, endBlock);
    for (int block = firstBlock; block < endBlock; block++) {
      blocks.add(decode(block, stretch));
    }
    return blocks;
  }

  /**
   * A plan looks at single samples near the ends of its range before it takes the whole range, and
   * what is copied is looked up in it piece by piece.
   */
  private synchronized Stretch stretch(int first, int end) throws IOException {
    var known = lastFirst.stream().filter(it -> it.holds(first, end)).findFirst();
    known.ifPresent(lastFirst::remove);
    var stretch = known.isPresent() ? known.get() : read(first, end);
    lastFirst.addFirst(stretch);
    if (lastFirst.size() > STRETCHES) {
      lastFirst.removeLast();
    }
    return stretch;
  }

  private Stretch read(int first, int end) throws IOException {
    long from = positions[first];
    var bytes = ByteBuffer.allocate(Math.toIntExact(positions[end] - from));
    sidecar.read(from, bytes);
    return new Stretch(first, end, bytes.array());
  }

  private SampleBlock.Columns decode(int block, Stretch stretch) {
    int from = (int) (positions[block] - positions[stretch.first()]);
    int length = (int) (positions[block + 1] - positions[block]);
    int samples = Math.min(SampleBlock.SAMPLES, count - block * SampleBlock.SAMPLES);
    return SampleBlock.decode(stretch.bytes(), from, length, samples, inPieces);
  }
}
