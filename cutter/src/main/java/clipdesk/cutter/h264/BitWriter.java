package clipdesk.cutter.h264;

import java.util.Arrays;

/** Writes the syntax elements of an RBSP (H.264, 7.2 and 9.1). */
public final class BitWriter {
  private byte[] bytes;
  private int bit;

  /**
   * @param expectedBytes room made at first
   */
  public BitWriter(int expectedBytes) {
    bytes = new byte[Math.max(expectedBytes, 16)];
  }

  public int position() {
    return bit;
  }

  public void flag(boolean value) {
    bits(1, value ? 1 : 0);
  }

  /** {@code u(n)}, up to 32 bits; higher bits of the value are ignored. */
  public void bits(int count, int value) {
    ensure((bit + count + 7) >> 3);
    int left = count;
    while (left > 0) {
      int inByte = Math.min(left, 8 - (bit & 7));
      int chunk = (value >>> (left - inByte)) & ((1 << inByte) - 1);
      bytes[bit >> 3] = (byte) (bytes[bit >> 3] | chunk << (8 - (bit & 7) - inByte));
      bit += inByte;
      left -= inByte;
    }
  }

  /** {@code ue(v)}, from 0 to 2^31 - 2. */
  public void unsigned(int value) {
    int width = 32 - Integer.numberOfLeadingZeros(value + 1);
    bits(width - 1, 0);
    bits(width, value + 1);
  }

  /** {@code se(v)}. */
  void signed(int value) {
    unsigned(value > 0 ? 2 * value - 1 : -2 * value);
  }

  /** Fills the byte with copies of one bit. */
  void align(int filler) {
    while ((bit & 7) != 0) {
      bits(1, filler);
    }
  }

  /** Whole bytes, at a byte boundary. */
  void bytes(byte[] source, int from, int length) {
    ensure((bit >> 3) + length);
    System.arraycopy(source, from, bytes, bit >> 3, length);
    bit += length * 8;
  }

  /** The bits {@code [from, to)} of another RBSP, at any alignment of either. */
  public void copyBits(byte[] source, int from, int to) {
    ensure((bit + to - from + 7) / 8 + 1);
    int at = from;
    while (at < to && (bit & 7) != 0) {
      bits(1, source[at >> 3] >> (7 - (at & 7)) & 1);
      at++;
    }
    int whole = (to - at) >> 3;
    int shift = at & 7;
    int in = at >> 3;
    int out = bit >> 3;
    for (int i = 0; i < whole; i++) {
      int next = shift == 0 ? 0 : (source[in + i + 1] & 0xff) >> (8 - shift);
      bytes[out + i] = (byte) (source[in + i] << shift | next);
    }
    bit += whole * 8;
    for (at += whole * 8; at < to; at++) {
      bits(1, source[at >> 3] >> (7 - (at & 7)) & 1);
    }
  }

  /** {@code rbsp_trailing_bits()}. */
  public void trailingBits() {
    flag(true);
    align(0);
  }

  public byte[] toBytes() {
    return Arrays.copyOf(bytes, (bit + 7) >> 3);
  }

  private void ensure(int length) {
    if (length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length, 2 * bytes.length));
    }
  }
}
