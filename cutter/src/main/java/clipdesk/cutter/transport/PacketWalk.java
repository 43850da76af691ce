package clipdesk.cutter.transport;

import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.SpareArrays;
import clipdesk.cutter.refusals.MalformedMasterException;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Goes from packet to packet over a stretch of a file, with few requests. */
final class PacketWalk {
  private static final int REQUEST_BYTES = 4 << 20;

  private final ByteSource file;
  private final PacketFormat format;
  private final SpareArrays arrays;

  PacketWalk(ByteSource file, PacketFormat format) {
    this.file = file;
    this.format = format;
    int most = (int) Math.min(REQUEST_BYTES, file.sizeBytes());
    this.arrays = new SpareArrays(Math.max(1, most / format.stride()) * format.stride());
  }

  ByteSource file() {
    return file;
  }

  PacketFormat format() {
    return format;
  }

  interface Visitor {
    /**
     * Sees a packet, which is another one afterwards.
     *
     * @param offset of the packet's stride in the file
     * @return whether to go on
     */
    boolean packet(long offset, Packet packet) throws IOException;
  }

  /**
   * @param from where a packet's stride starts
   * @param to behind the last one
   * @throws MalformedMasterException if a packet does not start where it should
   */
  void between(long from, long to, Visitor visitor) throws IOException {
    byte[] buffer = arrays.take();
    try {
      between(from, to, buffer, visitor);
    } finally {
      arrays.giveBack(buffer);
    }
  }

  private void between(long from, long to, byte[] buffer, Visitor visitor) throws IOException {
    var packet = new Packet();
    for (long at = from; at < to; at += buffer.length) {
      int length = (int) Math.min(buffer.length, to - at);
      file.read(at, ByteBuffer.wrap(buffer, 0, length));
      for (int in = 0; in < length; in += format.stride()) {
        packet.moveTo(buffer, in + format.lead());
        if (!packet.isInSync()) {
          throw new MalformedMasterException("packet", at + in, "starts with no sync byte");
        }
        if (!visitor.packet(at + in, packet)) {
          return;
        }
      }
    }
  }
}
