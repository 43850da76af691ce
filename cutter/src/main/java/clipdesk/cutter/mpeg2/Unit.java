package clipdesk.cutter.mpeg2;

import clipdesk.cutter.h264.BitReader;
import clipdesk.cutter.refusals.MalformedMasterException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What stands between two start codes (H.262, 5.2.1).
 *
 * @param stream what it is a part of
 * @param code last byte of the start code
 * @param at where the start code is
 * @param end where the next one is
 */
record Unit(byte[] stream, int code, int at, int end) {
  static final int PICTURE = 0x00;
  static final int USER_DATA = 0xb2;
  static final int SEQUENCE = 0xb3;
  static final int EXTENSION = 0xb5;
  static final int GROUP = 0xb8;

  private static final int FIRST_SLICE = 0x01;
  private static final int LAST_SLICE = 0xaf;
  private static final int CODE_BYTES = 4;

  /**
   * The units in front of the first slice.
   *
   * @throws MalformedMasterException if there is no slice
   */
  static List<Unit> beforeSlices(byte[] stream) {
    List<Unit> units = new ArrayList<>();
    int at = next(stream, 0, stream.length);
    while (at < stream.length) {
      int code = stream[at + CODE_BYTES - 1] & 0xff;
      if (code >= FIRST_SLICE && code <= LAST_SLICE) {
        return units;
      }
      int end = next(stream, at + CODE_BYTES, stream.length);
      units.add(new Unit(stream, code, at, end));
      at = end;
    }
    throw malformed("no slice");
  }

  /** Where the next start code is, the end of the stream if there is none. */
  static int next(byte[] stream, int from, int end) {
    for (int at = from; at + CODE_BYTES <= end; at++) {
      if (stream[at] == 0 && stream[at + 1] == 0 && stream[at + 2] == 1) {
        return at;
      }
    }
    return end;
  }

  static MalformedMasterException malformed(String reason) {
    return new MalformedMasterException(MalformedMasterException.PICTURE, -1, reason);
  }

  /** Reads what follows the start code. */
  BitReader bits() {
    byte[] bits = Arrays.copyOfRange(stream, Math.min(end, at + CODE_BYTES), end);
    return new BitReader(bits, bits.length);
  }

  /** Whether it is an extension of that {@code extension_start_code_identifier}. */
  boolean isExtension(int identifier) {
    return code == EXTENSION && bits().bits(4) == identifier;
  }

  /** Where what follows the start code stands. */
  int contentAt() {
    return at + CODE_BYTES;
  }

  /** With its start code. */
  byte[] bytes() {
    return Arrays.copyOfRange(stream, at, end);
  }
}
