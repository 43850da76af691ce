package clipdesk.cutter.h264;

import clipdesk.cutter.refusals.MalformedMasterException;

/** Reads the syntax elements of an RBSP (H.264, 7.2 and 9.1). */
public final class BitReader {
  private final byte[] bytes;
  private final int endBit;
  private int bit;

  /**
   * @param length bytes of {@code bytes} that belong to the RBSP
   */
  public BitReader(byte[] bytes, int length) {
    this.bytes = bytes;
    this.endBit = length * 8;
  }

  public int position() {
    return bit;
  }

  public void seek(int position) {
    bit = position;
  }

  public boolean flag() {
    return bits(1) == 1;
  }

  /** {@code u(n)}, up to 32 bits. */
  public int bits(int count) {
    if (count > endBit - bit) {
      throw new MalformedMasterException("NAL unit", -1, "ends inside a syntax element");
    }
    int value = 0;
    int left = count;
    while (left > 0) {
      int inByte = Math.min(left, 8 - (bit & 7));
      int shifted = (bytes[bit >> 3] & 0xff) >> (8 - (bit & 7) - inByte);
      value = (value << inByte) | (shifted & ((1 << inByte) - 1));
      bit += inByte;
      left -= inByte;
    }
    return value;
  }

  /** {@code ue(v)}, at most 2^31 - 2. */
  public int unsigned() {
    int zeros = 0;
    while (bits(1) == 0) {
      if (++zeros > 30) {
        throw new MalformedMasterException("NAL unit", -1, "an Exp-Golomb code is too long");
      }
    }
    return (1 << zeros) - 1 + bits(zeros);
  }

  /** {@code ue(v)} with an upper bound. */
  public int unsigned(String name, int max) {
    int value = unsigned();
    if (value > max) {
      throw new MalformedMasterException(
          "NAL unit", -1, "%s is %d, at most %d".formatted(name, value, max));
    }
    return value;
  }

  /** {@code se(v)}. */
  int signed() {
    int code = unsigned();
    return (code & 1) == 1 ? (code >> 1) + 1 : -(code >> 1);
  }

  /** {@code more_rbsp_data()}: whether anything lies before the stop bit. */
  boolean hasMore() {
    return bit < stopBit();
  }

  /** Position of {@code rbsp_stop_one_bit}, the last 1 of the RBSP. */
  public int stopBit() {
    int last = (endBit >> 3) - 1;
    while (last >= 0 && bytes[last] == 0) {
      last--;
    }
    if (last < 0) {
      throw new MalformedMasterException("NAL unit", -1, "has no stop bit");
    }
    return last * 8 + 7 - Integer.numberOfTrailingZeros(bytes[last]);
  }
}
