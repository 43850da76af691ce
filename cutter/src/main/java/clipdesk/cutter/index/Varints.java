package clipdesk.cutter.index;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Numbers of seven bits a byte, the lowest first; small ones are short. */
final class Varints {
  private static final int MAX_BITS = 63;

  private Varints() {}

  static void write(DataOutput out, long value) throws IOException {
    long left = value;
    while ((left & ~0x7fL) != 0) {
      out.writeByte((int) ((left & 0x7f) | 0x80));
      left >>>= 7;
    }
    out.writeByte((int) left);
  }

  static long read(DataInput in) throws IOException {
    long value = 0;
    for (int shift = 0; shift <= MAX_BITS; shift += 7) {
      int next = in.readUnsignedByte();
      value |= (long) (next & 0x7f) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw new StaleIndexException("A number of the index is too long");
  }

  /** Negative numbers too: 0, -1, 1, -2, 2 become 0, 1, 2, 3, 4. */
  static void writeSigned(DataOutput out, long value) throws IOException {
    write(out, value << 1 ^ value >> 63);
  }

  static long readSigned(DataInput in) throws IOException {
    long code = read(in);
    return code >>> 1 ^ -(code & 1);
  }
}
