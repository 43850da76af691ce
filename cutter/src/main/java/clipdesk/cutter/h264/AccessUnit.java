package clipdesk.cutter.h264;

import clipdesk.cutter.refusals.MalformedMasterException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The NAL units of one sample, in the length-prefixed form of ISO/IEC 14496-15, 4.3.3.
 *
 * @param units where they lie in {@code bytes}
 */
public record AccessUnit(byte[] bytes, List<Unit> units) {
  private static final int MAX_UNITS = 4096;

  /**
   * @param offset of the header byte
   * @param length header byte included
   */
  public record Unit(int offset, int length, int type, int refIdc) {
    public boolean isSlice() {
      return type == Nal.SLICE || type == Nal.IDR_SLICE;
    }
  }

  /**
   * @param lengthBytes width of the length fields: 1, 2 or 4
   * @throws MalformedMasterException if a length does not fit the sample
   */
  public static AccessUnit parse(byte[] sample, int lengthBytes) {
    List<Unit> units = new ArrayList<>();
    int at = 0;
    while (at < sample.length) {
      if (sample.length - at < lengthBytes) {
        throw malformed("%d bytes behind the last NAL unit".formatted(sample.length - at));
      }
      long length = 0;
      for (int i = 0; i < lengthBytes; i++) {
        length = length << 8 | (sample[at + i] & 0xff);
      }
      at += lengthBytes;
      if (length > sample.length - at) {
        throw malformed("NAL unit of %d bytes, %d are left".formatted(length, sample.length - at));
      }
      if (length > 0) {
        units.add(new Unit(at, (int) length, Nal.type(sample[at]), Nal.refIdc(sample[at])));
      }
      if (units.size() > MAX_UNITS) {
        throw malformed("more than " + MAX_UNITS + " NAL units");
      }
      at += (int) length;
    }
    return new AccessUnit(sample, List.copyOf(units));
  }

  /** Header byte and payload of a unit. */
  public byte[] copyOf(Unit unit) {
    return Arrays.copyOfRange(bytes, unit.offset(), unit.offset() + unit.length());
  }

  public Optional<Unit> firstSlice() {
    return units.stream().filter(Unit::isSlice).findFirst();
  }

  /** Whether no later picture refers to this one; false if it holds no slice. */
  public boolean isDisposable() {
    return firstSlice().map(slice -> slice.refIdc() == 0).orElse(false);
  }

  private static MalformedMasterException malformed(String reason) {
    return new MalformedMasterException("access unit", -1, reason);
  }
}
