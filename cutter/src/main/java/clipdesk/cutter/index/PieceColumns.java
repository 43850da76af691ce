package clipdesk.cutter.index;

import clipdesk.cutter.transport.PieceWindow;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What a block says of samples that are put together out of packets. Packets are counted from the
 * end of the sample before, and a sample is said to end as many packets later than it would if all
 * between were its own; so most numbers are small.
 *
 * @param packets numbers of the packets in which samples start
 * @param skips bytes of their payload before them
 * @param rawSizes their bytes in the stream
 * @param spreads how many packets they reach over
 */
record PieceColumns(long[] packets, int[] skips, int[] rawSizes, int[] spreads) {
  /** Payload of a packet without an adaptation field. */
  private static final int PAYLOAD_BYTES = 184;

  /**
   * @param stride bytes from packet to packet
   */
  static void write(DataOutput out, PieceWindow window, int stride) throws IOException {
    long end = 0;
    for (int i = 0; i < window.count(); i++) {
      Varints.writeSigned(out, window.packet(i) / stride - end);
      end = window.end(i) / stride;
    }
    for (int i = 0; i < window.count(); i++) {
      Varints.write(out, window.skip(i));
    }
    for (int i = 0; i < window.count(); i++) {
      Varints.writeSigned(out, window.rawSize(i) - window.size(i));
    }
    for (int i = 0; i < window.count(); i++) {
      long own = own(window.skip(i), window.rawSize(i));
      Varints.writeSigned(out, window.spread(i) / stride - own);
    }
  }

  /**
   * @param sizes of the samples
   */
  static PieceColumns read(DataInput in, int[] sizes) throws IOException {
    int count = sizes.length;
    var distances = new long[count];
    var skips = new int[count];
    var rawSizes = new int[count];
    for (int i = 0; i < count; i++) {
      distances[i] = Varints.readSigned(in);
    }
    for (int i = 0; i < count; i++) {
      skips[i] = Math.toIntExact(Varints.read(in));
    }
    for (int i = 0; i < count; i++) {
      rawSizes[i] = Math.toIntExact(sizes[i] + Varints.readSigned(in));
    }
    var packets = new long[count];
    var spreads = new int[count];
    long end = 0;
    for (int i = 0; i < count; i++) {
      packets[i] = end + distances[i];
      spreads[i] = Math.toIntExact(own(skips[i], rawSizes[i]) + Varints.readSigned(in));
      end = packets[i] + spreads[i];
    }
    return new PieceColumns(packets, skips, rawSizes, spreads);
  }

  private static long own(int skip, int rawSize) {
    return Math.ceilDiv((long) skip + rawSize, PAYLOAD_BYTES);
  }
}
