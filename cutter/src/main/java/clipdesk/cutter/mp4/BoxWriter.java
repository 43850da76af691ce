package clipdesk.cutter.mp4;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Serialises boxes; sizes are filled in when a box ends. */
final class BoxWriter {
  private byte[] bytes = new byte[1 << 16];
  private int length;

  /** Starts a box and returns what {@link #end} needs. */
  int begin(String type) {
    int start = length;
    u32(0);
    text(type);
    return start;
  }

  /** Starts a box with version and flags (ISO/IEC 14496-12, 4.2). */
  int beginFull(String type, int version, int flags) {
    int start = begin(type);
    u32((long) version << 24 | flags);
    return start;
  }

  void end(int start) {
    Bytes.put32(bytes, start, length - start);
  }

  int position() {
    return length;
  }

  void patch32(int at, long value) {
    Bytes.put32(bytes, at, value);
  }

  void u16(int value) {
    ensure(2);
    bytes[length++] = (byte) (value >> 8);
    bytes[length++] = (byte) value;
  }

  void u32(long value) {
    ensure(4);
    Bytes.put32(bytes, length, value);
    length += 4;
  }

  void u64(long value) {
    u32(value >>> 32);
    u32(value);
  }

  /** 4 or 8 bytes. */
  void number(boolean wide, long value) {
    if (wide) {
      u64(value);
    } else {
      u32(value);
    }
  }

  void text(String fourCharacters) {
    raw(fourCharacters.getBytes(StandardCharsets.ISO_8859_1));
  }

  void raw(byte[] source) {
    raw(source, 0, source.length);
  }

  void raw(byte[] source, int from, int count) {
    ensure(count);
    System.arraycopy(source, from, bytes, length, count);
    length += count;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  private void ensure(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }
}
