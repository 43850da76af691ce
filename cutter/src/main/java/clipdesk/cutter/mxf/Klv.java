package clipdesk.cutter.mxf;

import clipdesk.cutter.refusals.MalformedMasterException;
import java.io.IOException;

/**
 * A key, the length of a value, and where that lies (SMPTE ST 336).
 *
 * @param at where the key starts in the file
 */
record Klv(Key key, long at, long valueAt, long length) {
  private static final int MAX_HEADER_BYTES = Key.BYTES + 9;
  private static final int LONG_FORM = 0x80;

  /** Bytes of a file, or of a stretch of it that is at hand. */
  interface Reading {
    byte[] read(long offset, int length) throws IOException;
  }

  /**
   * @param limit what it lies in ends there
   * @throws MalformedMasterException if there is none, or not all of it
   */
  static Klv at(Reading file, long at, long limit) throws IOException {
    int room = (int) Math.min(MAX_HEADER_BYTES, limit - at);
    if (room <= Key.BYTES) {
      throw malformed(at, "no key and length");
    }
    byte[] header = file.read(at, room);
    var key = Key.of(header, 0);
    if (!key.isUniversal()) {
      throw malformed(at, "no key");
    }
    int first = header[Key.BYTES] & 0xff;
    int more = first < LONG_FORM ? 0 : first - LONG_FORM;
    long length = more == 0 ? first : 0;
    if (first == LONG_FORM || more > 8 || Key.BYTES + 1 + more > room) {
      throw malformed(at, "a length of another form");
    }
    for (int i = 0; i < more; i++) {
      length = length << 8 | (header[Key.BYTES + 1 + i] & 0xff);
    }
    long valueAt = at + Key.BYTES + 1 + more;
    if (length < 0 || length > limit - valueAt) {
      throw MalformedMasterException.truncated("KLV", at, length, Math.max(0, limit - valueAt));
    }
    return new Klv(key, at, valueAt, length);
  }

  /** Behind its value. */
  long end() {
    return valueAt + length;
  }

  private static MalformedMasterException malformed(long at, String reason) {
    return new MalformedMasterException("KLV", at, reason);
  }
}
