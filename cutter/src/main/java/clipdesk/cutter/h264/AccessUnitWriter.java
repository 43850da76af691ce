package clipdesk.cutter.h264;

import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.ByteArrayOutputStream;

/** Puts NAL units together to a sample with length fields (ISO/IEC 14496-15, 4.3.3). */
public final class AccessUnitWriter {
  private final ByteArrayOutputStream sample;
  private final int lengthBytes;

  /**
   * @param lengthBytes width of the length fields: 1, 2 or 4
   */
  public AccessUnitWriter(int lengthBytes, int expectedBytes) {
    this.lengthBytes = lengthBytes;
    this.sample = new ByteArrayOutputStream(expectedBytes);
  }

  /**
   * @throws UnsupportedMasterException if the unit is longer than its length field can say
   */
  public AccessUnitWriter add(byte[] unit) {
    return add(unit, 0, unit.length);
  }

  /** As {@link #add(byte[])}, for a part of an array. */
  public AccessUnitWriter add(byte[] bytes, int offset, int length) {
    if (lengthBytes < 4 && length >= 1 << (8 * lengthBytes)) {
      throw new UnsupportedMasterException(
          FallbackReason.NAL_LENGTH,
          "%d bytes under a length field of %d".formatted(length, lengthBytes));
    }
    for (int i = lengthBytes - 1; i >= 0; i--) {
      sample.write(length >>> (8 * i));
    }
    sample.write(bytes, offset, length);
    return this;
  }

  public byte[] toBytes() {
    return sample.toByteArray();
  }
}
