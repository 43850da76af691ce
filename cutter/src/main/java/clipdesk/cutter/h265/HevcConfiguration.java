package clipdesk.cutter.h265;

import clipdesk.cutter.refusals.MalformedMasterException;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The {@code hvcC} box: {@code HEVCDecoderConfigurationRecord} (ISO/IEC 14496-15, 8.3.3.1).
 *
 * @param head everything in front of the arrays, as found
 * @param arrays of NAL units, in the order of the box
 */
public record HevcConfiguration(byte[] head, List<Units> arrays) {
  private static final int HEAD_BYTES = 22;
  private static final int LEVEL = 12;
  private static final int LENGTH_SIZE = 21;

  /** No unit of the type stands in samples. */
  private static final int COMPLETE = 0x80;

  /**
   * NAL units of one type.
   *
   * @param header completeness and type, as found
   */
  public record Units(byte header, List<byte[]> units) {
    public int type() {
      return header & 0x3f;
    }
  }

  /** A record of sets that a stream brings, for samples with lengths of four bytes. */
  static HevcConfiguration of(HevcSps shown, List<byte[]> vps, List<byte[]> sps, List<byte[]> pps) {
    var head = new byte[HEAD_BYTES];
    head[0] = 1;
    System.arraycopy(shown.general(), 0, head, 1, shown.general().length);
    // Reserved bits are ones; the segmentation, the parallelism and the rate are not told.
    head[13] = (byte) 0xf0;
    head[15] = (byte) 0xfc;
    head[16] = (byte) (0xfc | shown.chromaFormat());
    head[17] = (byte) (0xf8 | (shown.lumaBits() - 8));
    head[18] = (byte) (0xf8 | (shown.chromaBits() - 8));
    head[LENGTH_SIZE] = (byte) (shown.temporalLayers() << 3 | (shown.nested() ? 4 : 0) | 3);
    return new HevcConfiguration(
        head,
        List.of(
            new Units((byte) (COMPLETE | HevcNal.VPS), vps),
            new Units((byte) (COMPLETE | HevcNal.SPS), sps),
            new Units((byte) (COMPLETE | HevcNal.PPS), pps)));
  }

  /**
   * @throws MalformedMasterException if a field does not fit
   */
  public static HevcConfiguration parse(byte[] box) {
    if (box.length <= HEAD_BYTES || box[0] > 1 || (box[LENGTH_SIZE] & 3) == 2) {
      throw new MalformedMasterException("hvcC", -1, "is no version 1 record");
    }
    List<Units> arrays = new ArrayList<>();
    int at = HEAD_BYTES + 1;
    for (int i = 0; i < (box[HEAD_BYTES] & 0xff); i++) {
      if (box.length - at < 3) {
        throw new MalformedMasterException("hvcC", -1, "ends inside an array");
      }
      byte header = box[at];
      int count = u16(box, at + 1);
      at += 3;
      List<byte[]> units = new ArrayList<>();
      for (int j = 0; j < count; j++) {
        int length = at + 2 <= box.length ? u16(box, at) : -1;
        if (length < 2 || length > box.length - at - 2) {
          throw new MalformedMasterException("hvcC", -1, "a NAL unit does not fit");
        }
        units.add(Arrays.copyOfRange(box, at + 2, at + 2 + length));
        at += 2 + length;
      }
      arrays.add(new Units(header, units));
    }
    return new HevcConfiguration(Arrays.copyOf(box, HEAD_BYTES), arrays);
  }

  private static int u16(byte[] bytes, int at) {
    return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
  }

  /** Width of the length fields in samples: 1, 2 or 4. */
  public int lengthBytes() {
    return (head[LENGTH_SIZE] & 3) + 1;
  }

  /** Whether every picture belongs to the lowest temporal layer; unknown counts as no. */
  public boolean hasOneTemporalLayer() {
    return (head[LENGTH_SIZE] >> 3 & 7) == 1;
  }

  public List<byte[]> units(int type) {
    return arrays.stream()
        .filter(array -> array.type() == type)
        .flatMap(array -> array.units().stream())
        .toList();
  }

  public boolean contains(byte[] unit) {
    return units(HevcNal.type(unit[0])).stream().anyMatch(known -> Arrays.equals(known, unit));
  }

  /** The same with one unit more behind those of its type, and of a level at least as high. */
  public HevcConfiguration with(byte[] unit, int level) {
    int type = HevcNal.type(unit[0]);
    List<Units> changed = new ArrayList<>();
    boolean added = false;
    for (var array : arrays) {
      if (array.type() == type && !added) {
        List<byte[]> units = new ArrayList<>(array.units());
        units.add(unit);
        changed.add(new Units(array.header(), units));
        added = true;
      } else {
        changed.add(array);
      }
    }
    if (!added) {
      changed.add(new Units((byte) type, List.of(unit)));
    }
    byte[] higher = head.clone();
    higher[LEVEL] = (byte) Math.max(head[LEVEL] & 0xff, level);
    return new HevcConfiguration(higher, changed);
  }

  /** Contents of the box. */
  public byte[] toBytes() {
    var box = new ByteArrayOutputStream();
    box.writeBytes(head);
    box.write(arrays.size());
    for (var array : arrays) {
      box.write(array.header());
      put16(box, array.units().size());
      for (byte[] unit : array.units()) {
        put16(box, unit.length);
        box.writeBytes(unit);
      }
    }
    return box.toByteArray();
  }

  private static void put16(ByteArrayOutputStream box, int value) {
    box.write(value >> 8);
    box.write(value);
  }
}
