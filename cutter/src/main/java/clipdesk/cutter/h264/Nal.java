package clipdesk.cutter.h264;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** NAL units: types and emulation prevention (H.264, 7.3.1 and 7.4.1). */
public final class Nal {
  public static final int SLICE = 1;
  public static final int PARTITION_A = 2;
  public static final int PARTITION_C = 4;
  public static final int IDR_SLICE = 5;
  public static final int SEI = 6;
  public static final int SPS = 7;
  public static final int PPS = 8;
  public static final int ACCESS_UNIT_DELIMITER = 9;
  public static final int AUXILIARY_SLICE = 19;

  private Nal() {}

  public static int type(byte header) {
    return header & 0x1f;
  }

  public static int refIdc(byte header) {
    return header >> 5 & 3;
  }

  /**
   * The RBSP of a NAL unit: header byte and emulation prevention bytes taken away.
   *
   * @param length of the unit, header byte included
   */
  public static byte[] unescape(byte[] unit, int from, int length) {
    var rbsp = new byte[Math.max(length - 1, 0)];
    int out = 0;
    int zeros = 0;
    for (int i = from + 1; i < from + length; i++) {
      byte value = unit[i];
      if (zeros >= 2 && value == 3) {
        zeros = 0;
        continue;
      }
      rbsp[out++] = value;
      zeros = value == 0 ? zeros + 1 : 0;
    }
    return out == rbsp.length ? rbsp : Arrays.copyOf(rbsp, out);
  }

  /** A NAL unit: a header byte and an RBSP with emulation prevention. */
  public static byte[] escape(int header, byte[] rbsp) {
    var unit = new ByteArrayOutputStream(rbsp.length + rbsp.length / 128 + 8);
    unit.write(header);
    int zeros = 0;
    int start = 0;
    for (int i = 0; i < rbsp.length; i++) {
      int value = rbsp[i] & 0xff;
      if (zeros >= 2 && value <= 3) {
        unit.write(rbsp, start, i - start);
        unit.write(3);
        start = i;
        zeros = 0;
      }
      zeros = value == 0 ? zeros + 1 : 0;
    }
    unit.write(rbsp, start, rbsp.length - start);
    if (rbsp.length > 0 && rbsp[rbsp.length - 1] == 0) {
      unit.write(3);
    }
    return unit.toByteArray();
  }
}
