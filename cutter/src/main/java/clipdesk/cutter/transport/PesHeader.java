package clipdesk.cutter.transport;

import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;

/**
 * The header in front of each access unit or group of packets (ISO/IEC 13818-1, 2.4.3.6).
 *
 * @param length of the header
 * @param payloadBytes behind it, 0 if that is not said
 * @param pts on the clock of 33 bits, {@link #NONE} if there is none
 * @param dts the same; equal to {@code pts} if there is none
 */
record PesHeader(int length, int payloadBytes, long pts, long dts) {
  static final long NONE = -1;

  private static final int FIXED_BYTES = 9;
  private static final int BYTES_BEFORE_LENGTH_COUNTS = 6;

  /**
   * @param packet in which a unit starts
   * @throws MalformedMasterException if the header is none, or does not end in this packet
   * @throws UnsupportedMasterException if what follows is encrypted
   */
  static PesHeader of(Packet packet) {
    byte[] bytes = packet.bytes;
    int at = packet.from();
    int room = packet.to() - at;
    boolean starts =
        room >= FIXED_BYTES
            && bytes[at] == 0
            && bytes[at + 1] == 0
            && bytes[at + 2] == 1
            && (bytes[at + 6] & 0xc0) == 0x80;
    int length = starts ? FIXED_BYTES + (bytes[at + 8] & 0xff) : 0;
    if (!starts || length > room) {
      throw new MalformedMasterException("PES", -1, "a header of another form");
    }
    if ((bytes[at + 6] & 0x30) != 0) {
      throw new UnsupportedMasterException(FallbackReason.ENCRYPTED, "a scrambled stream");
    }
    int said = (bytes[at + 4] & 0xff) << 8 | (bytes[at + 5] & 0xff);
    int payload = said == 0 ? 0 : said + BYTES_BEFORE_LENGTH_COUNTS - length;
    if (payload < 0) {
      throw new MalformedMasterException("PES", -1, "is shorter than its header");
    }
    int flags = (bytes[at + 7] & 0xc0) >> 6;
    long pts = flags >= 2 && length >= FIXED_BYTES + 5 ? time(bytes, at + FIXED_BYTES) : NONE;
    long dts = flags == 3 && length >= FIXED_BYTES + 10 ? time(bytes, at + FIXED_BYTES + 5) : pts;
    return new PesHeader(length, payload, pts, dts);
  }

  private static long time(byte[] bytes, int at) {
    return (long) (bytes[at] & 0x0e) << 29
        | (long) (bytes[at + 1] & 0xff) << 22
        | (long) (bytes[at + 2] & 0xfe) << 14
        | (long) (bytes[at + 3] & 0xff) << 7
        | (bytes[at + 4] & 0xfe) >> 1;
  }
}
