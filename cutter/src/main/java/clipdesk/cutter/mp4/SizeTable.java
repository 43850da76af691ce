package clipdesk.cutter.mp4;

import java.io.IOException;
import java.util.Arrays;

/** Sizes of samples: {@code stsz} or {@code stz2} (ISO/IEC 14496-12, 8.7.3). */
final class SizeTable {
  private static final int FIELDS_AT = 12;

  private final Box box;
  private final long uniformBytes;
  private final long count;
  private final int fieldBits;

  SizeTable(Box box) throws IOException {
    this.box = box;
    boolean compact = box.type().equals("stz2");
    this.uniformBytes = compact ? 0 : box.u32(4);
    this.fieldBits = compact ? box.u8(7) : 32;
    this.count = box.u32(8);
    if (fieldBits != 4 && fieldBits != 8 && fieldBits != 16 && fieldBits != 32) {
      throw box.malformed("fields of " + fieldBits + " bits");
    }
    long room = (box.bodyBytes() - FIELDS_AT) * 8 / fieldBits;
    if (uniformBytes == 0 && count > room) {
      throw box.malformed("%d sizes, but room for %d".formatted(count, room));
    }
    if (uniformBytes > Integer.MAX_VALUE) {
      throw box.malformed("all samples are %d bytes long".formatted(uniformBytes));
    }
  }

  /** How many samples there are; 345 million for two hours of PCM. */
  long count() {
    return count;
  }

  /** The size of every sample, 0 if each has its own. */
  int uniformBytes() {
    return (int) uniformBytes;
  }

  int[] sizes(int first, int end) throws IOException {
    var sizes = new int[end - first];
    if (uniformBytes > 0) {
      Arrays.fill(sizes, (int) uniformBytes);
      return sizes;
    }
    long firstBit = (long) first * fieldBits;
    long lastBit = (long) end * fieldBits;
    long firstByte = firstBit / 8;
    byte[] fields = box.body(FIELDS_AT + firstByte, (int) (Math.ceilDiv(lastBit, 8) - firstByte));
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = field(fields, (int) (firstBit - firstByte * 8 + (long) i * fieldBits));
    }
    return sizes;
  }

  private int field(byte[] fields, int bit) {
    int at = bit / 8;
    int size =
        switch (fieldBits) {
          case 4 -> bit % 8 == 0 ? (fields[at] >> 4) & 0xf : fields[at] & 0xf;
          case 8 -> fields[at] & 0xff;
          case 16 -> Bytes.u16(fields, at);
          default -> Bytes.i32(fields, at);
        };
    if (size < 0) {
      throw box.malformed("a sample is %d bytes long".formatted(size & 0xffffffffL));
    }
    return size;
  }
}
