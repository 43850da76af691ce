package clipdesk.cutter.h264;

import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A picture of a byte stream (H.264, Annex B), and the sample that it becomes: lengths in place of
 * start codes, parameter sets in {@code avcC} (ISO/IEC 14496-15, 4.3).
 *
 * @param unit its units where they stand in the stream
 */
public record StreamedPicture(AccessUnit unit) {
  private static final int LENGTH_BYTES = Integer.BYTES;
  private static final int FILLER = 12;

  /**
   * @param bytes the stream; the picture starts with them
   * @param length of the picture
   * @throws MalformedMasterException if something else than a unit stands in front
   */
  public static StreamedPicture of(byte[] bytes, int length) {
    List<AccessUnit.Unit> units = new ArrayList<>();
    int first =
        AnnexB.each(
            bytes,
            0,
            length,
            (from, to) ->
                units.add(
                    new AccessUnit.Unit(
                        from, to - from, Nal.type(bytes[from]), Nal.refIdc(bytes[from]))));
    for (int i = 0; i < first; i++) {
      if (bytes[i] != 0) {
        throw new MalformedMasterException(
            MalformedMasterException.PICTURE, -1, "a unit that starts inside a picture");
      }
    }
    return new StreamedPicture(new AccessUnit(bytes, units));
  }

  /** Whole units of a type. */
  private List<byte[]> units(int type) {
    return unit.units().stream().filter(it -> it.type() == type).map(unit::copyOf).toList();
  }

  /** Whether it brings a parameter set. */
  public boolean hasSets() {
    return unit.units().stream().anyMatch(it -> it.type() == Nal.SPS || it.type() == Nal.PPS);
  }

  /**
   * The parameter sets that it brings.
   *
   * @throws UnsupportedMasterException if it has not both
   */
  public AvcConfiguration configuration() {
    var sps = units(Nal.SPS);
    var pps = units(Nal.PPS);
    if (sps.isEmpty() || pps.isEmpty()) {
      throw unsupported("the first picture has no parameter sets");
    }
    return AvcConfiguration.of(sps, pps);
  }

  /** Whether it brings no parameter set but those of a configuration. */
  public boolean hasSetsOf(AvcConfiguration known) {
    return units(Nal.SPS).stream().allMatch(set -> isIn(known.spsUnits(), set))
        && units(Nal.PPS).stream().allMatch(set -> isIn(known.ppsUnits(), set));
  }

  private static boolean isIn(List<byte[]> known, byte[] set) {
    return known.stream().anyMatch(it -> Arrays.equals(it, set));
  }

  /**
   * @throws UnsupportedMasterException if it is none, or several
   */
  public void requireOne() {
    var starts =
        unit.units().stream()
            .filter(AccessUnit.Unit::isSlice)
            .map(it -> startsPicture(unit.bytes(), it))
            .toList();
    if (starts.indexOf(true) != 0 || starts.lastIndexOf(true) != 0) {
      throw unsupported("a unit that is not one picture");
    }
  }

  /** {@code first_mb_in_slice} of 0 is one bit, behind the header. */
  private static boolean startsPicture(byte[] bytes, AccessUnit.Unit slice) {
    return slice.length() > 1 && bytes[slice.offset() + 1] < 0;
  }

  /** Delimiters and filler say nothing in a sample, and parameter sets nothing new. */
  private static boolean isKept(int type) {
    return type != Nal.SPS
        && type != Nal.PPS
        && type != Nal.ACCESS_UNIT_DELIMITER
        && type != FILLER;
  }

  /** How long the sample is. */
  public int sampleBytes() {
    return unit.units().stream()
        .filter(it -> isKept(it.type()))
        .mapToInt(it -> LENGTH_BYTES + it.length())
        .sum();
  }

  /** Puts the sample into a buffer that has {@link #sampleBytes()} of room. */
  public void write(ByteBuffer into) {
    for (var it : unit.units()) {
      if (isKept(it.type())) {
        into.putInt(it.length()).put(unit.bytes(), it.offset(), it.length());
      }
    }
  }

  private static UnsupportedMasterException unsupported(String why) {
    return new UnsupportedMasterException(FallbackReason.CONTAINER, why);
  }
}
