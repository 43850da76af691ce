package clipdesk.cutter.transport;

import clipdesk.cutter.io.CachedReader;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * How packets lie in a file.
 *
 * @param stride from one to the next
 * @param lead bytes in front of the packet in its stride: M2TS puts a time there
 */
public record PacketFormat(int stride, int lead) {
  static final int PACKET_BYTES = 188;
  static final byte SYNC = 0x47;

  private static final int PROBED_PACKETS = 8;
  private static final int MIN_PACKETS = 3;

  /** The last has bytes of error correction behind each packet. */
  private static final List<PacketFormat> KNOWN =
      List.of(new PacketFormat(188, 0), new PacketFormat(192, 4), new PacketFormat(204, 0));

  /** Empty if the file does not start with packets. */
  static Optional<PacketFormat> of(CachedReader file) throws IOException {
    byte[] start = file.read(0, (int) Math.min(file.sizeBytes(), PROBED_PACKETS * 204L));
    return KNOWN.stream().filter(format -> format.fits(start)).findFirst();
  }

  /** Empty if there is none of this stride. */
  public static Optional<PacketFormat> ofStride(int bytes) {
    return KNOWN.stream().filter(format -> format.stride == bytes).findFirst();
  }

  private boolean fits(byte[] start) {
    int packets = start.length / stride;
    for (int i = 0; i < packets; i++) {
      if (start[i * stride + lead] != SYNC) {
        return false;
      }
    }
    return packets >= MIN_PACKETS;
  }

  /** Behind the last whole packet of a file. */
  long end(long sizeBytes) {
    return sizeBytes - sizeBytes % stride;
  }
}
