package clipdesk.cutter.transport;

/**
 * One packet of 188 bytes where it stands in a buffer (ISO/IEC 13818-1, 2.4.3.2). The same object
 * is moved from packet to packet.
 */
final class Packet {
  private static final int HEADER_BYTES = 4;

  byte[] bytes = {};
  private int at;

  void moveTo(byte[] buffer, int position) {
    bytes = buffer;
    at = position;
  }

  boolean isInSync() {
    return bytes[at] == PacketFormat.SYNC;
  }

  boolean isDamaged() {
    return (bytes[at + 1] & 0x80) != 0;
  }

  /** {@code payload_unit_start_indicator}. */
  boolean startsUnit() {
    return (bytes[at + 1] & 0x40) != 0;
  }

  int pid() {
    return (bytes[at + 1] & 0x1f) << 8 | (bytes[at + 2] & 0xff);
  }

  boolean isScrambled() {
    return (bytes[at + 3] & 0xc0) != 0;
  }

  boolean hasPayload() {
    return (bytes[at + 3] & 0x10) != 0 && from() < to();
  }

  int continuity() {
    return bytes[at + 3] & 0x0f;
  }

  /** Where the payload starts in {@link #bytes}. */
  int from() {
    boolean adapted = (bytes[at + 3] & 0x20) != 0;
    return at + HEADER_BYTES + (adapted ? 1 + (bytes[at + HEADER_BYTES] & 0xff) : 0);
  }

  /** Behind the payload. */
  int to() {
    return at + PacketFormat.PACKET_BYTES;
  }

  /** So many bytes as one number. */
  static int number(byte[] bytes, int at, int count) {
    int number = 0;
    for (int i = 0; i < count; i++) {
      number = number << 8 | (bytes[at + i] & 0xff);
    }
    return number;
  }
}
