package clipdesk.cutter.transport;

import java.util.Arrays;
import java.util.List;

/**
 * Where the samples of all streams would lie if they stood one behind the other without packets, in
 * the order in which they start in the file.
 */
final class AssembledSamples {
  private final List<ElementaryStream> streams;
  private final long[] starts;
  private final byte[] streamOf;
  private final int[] sampleOf;

  AssembledSamples(List<ElementaryStream> streams) {
    this.streams = streams;
    int count = streams.stream().mapToInt(it -> it.pieces.count()).sum();
    this.starts = new long[count + 1];
    this.streamOf = new byte[count];
    this.sampleOf = new int[count];
    var next = new int[streams.size()];
    for (int i = 0; i < count; i++) {
      int first = first(next);
      streamOf[i] = (byte) first;
      sampleOf[i] = next[first];
      starts[i + 1] = starts[i] + streams.get(first).pieces.size(next[first]++);
    }
  }

  /** The stream whose next sample starts first. */
  private int first(int[] next) {
    int first = -1;
    for (int i = 0; i < next.length; i++) {
      var pieces = streams.get(i).pieces;
      if (next[i] < pieces.count()
          && (first < 0
              || pieces.packet(next[i]) < streams.get(first).pieces.packet(next[first]))) {
        first = i;
      }
    }
    return first;
  }

  List<ElementaryStream> streams() {
    return streams;
  }

  int count() {
    return streamOf.length;
  }

  long sizeBytes() {
    return starts[streamOf.length];
  }

  /** The sample that holds a byte. */
  int at(long position) {
    int found = Arrays.binarySearch(starts, position);
    return found >= 0 ? found : -found - 2;
  }

  long start(int sample) {
    return starts[sample];
  }

  int stream(int sample) {
    return streamOf[sample];
  }

  /** Its number in its stream. */
  int inStream(int sample) {
    return sampleOf[sample];
  }

  Pieces pieces(int sample) {
    return streams.get(streamOf[sample]).pieces;
  }
}
