package clipdesk.cutter.h265;

import clipdesk.cutter.h264.AnnexB;
import clipdesk.cutter.h264.Sps;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A picture of a byte stream (H.265, Annex B), and the sample that it becomes: lengths in place of
 * start codes, parameter sets in {@code hvcC} (ISO/IEC 14496-15, 8.3).
 *
 * @param units its NAL units where they stand in the stream
 */
public record StreamedHevcPicture(byte[] bytes, List<Unit> units) {
  private static final int LENGTH_BYTES = Integer.BYTES;
  private static final int HEADER_BYTES = 2;

  /**
   * @param offset of the header of two bytes
   */
  public record Unit(int offset, int length, int type) {}

  /**
   * @param bytes the stream; the picture starts with them
   * @param length of the picture
   * @throws MalformedMasterException if something else than a unit stands in front
   * @throws UnsupportedMasterException if there are layers above the base, or the sequence ends in
   *     it, or what is no H.265
   */
  public static StreamedHevcPicture of(byte[] bytes, int length) {
    List<Unit> units = new ArrayList<>();
    int first =
        AnnexB.each(
            bytes,
            0,
            length,
            (from, to) -> {
              requireKnown(bytes, from, to);
              units.add(new Unit(from, to - from, HevcNal.type(bytes[from])));
            });
    for (int i = 0; i < first; i++) {
      if (bytes[i] != 0) {
        throw new MalformedMasterException(
            MalformedMasterException.PICTURE, -1, "a unit that starts inside a picture");
      }
    }
    return new StreamedHevcPicture(bytes, units);
  }

  /** A header alone ends the sequence, and what decoders show behind it depends on that. */
  private static void requireKnown(byte[] bytes, int from, int to) {
    int type = HevcNal.type(bytes[from]);
    if (to - from <= HEADER_BYTES
        || type > HevcNal.LAST_KNOWN
        || HevcNal.layer(bytes[from], bytes[from + 1]) != 0) {
      throw unsupported("a unit of type %d".formatted(type));
    }
  }

  private List<byte[]> sets(int type) {
    return units.stream()
        .filter(it -> it.type() == type)
        .map(it -> Arrays.copyOfRange(bytes, it.offset(), it.offset() + it.length()))
        .toList();
  }

  /** Whether it brings a parameter set. */
  public boolean hasSets() {
    return units.stream().anyMatch(it -> HevcNal.isParameterSet(it.type()));
  }

  /**
   * The parameter sets that it brings.
   *
   * @throws UnsupportedMasterException if it has not all
   */
  public HevcConfiguration configuration() {
    var vps = sets(HevcNal.VPS);
    var sps = sets(HevcNal.SPS);
    var pps = sets(HevcNal.PPS);
    if (vps.isEmpty() || sps.isEmpty() || pps.isEmpty()) {
      throw unsupported("the first picture has no parameter sets");
    }
    return HevcConfiguration.of(HevcSps.parse(sps.getFirst()), vps, sps, pps);
  }

  /** What is shown of pictures under the first of its sets. */
  public Sps.Shape shape() {
    return HevcSps.parse(sets(HevcNal.SPS).getFirst()).shape();
  }

  /** Whether it brings no parameter set but those of a configuration. */
  public boolean hasSetsOf(HevcConfiguration known) {
    return units.stream()
        .filter(it -> HevcNal.isParameterSet(it.type()))
        .map(it -> Arrays.copyOfRange(bytes, it.offset(), it.offset() + it.length()))
        .allMatch(known::contains);
  }

  /**
   * @throws UnsupportedMasterException if it is none, or several
   */
  public void requireOne() {
    var starts =
        units.stream().filter(it -> HevcNal.isSlice(it.type())).map(this::startsPicture).toList();
    if (starts.indexOf(true) != 0 || starts.lastIndexOf(true) != 0) {
      throw unsupported("a unit that is not one picture");
    }
  }

  /** {@code first_slice_segment_in_pic_flag} stands right behind the header. */
  private boolean startsPicture(Unit slice) {
    return bytes[slice.offset() + HEADER_BYTES] < 0;
  }

  /** Whether decoding may start here, with no picture before it left out of what is shown. */
  public boolean startsAnew() {
    return units.stream()
        .anyMatch(it -> it.type() == HevcNal.IDR_W_RADL || it.type() == HevcNal.IDR_N_LP);
  }

  /** Whether decoding may start here. */
  public boolean isEntry() {
    return units.stream().anyMatch(it -> HevcNal.isEntry(it.type()));
  }

  /** Delimiters and filler say nothing in a sample, and parameter sets nothing new. */
  private static boolean isKept(int type) {
    return !HevcNal.isParameterSet(type)
        && type != HevcNal.ACCESS_UNIT_DELIMITER
        && type != HevcNal.FILLER;
  }

  /** How long the sample is. */
  public int sampleBytes() {
    return units.stream()
        .filter(it -> isKept(it.type()))
        .mapToInt(it -> LENGTH_BYTES + it.length())
        .sum();
  }

  /** Puts the sample into a buffer that has {@link #sampleBytes()} of room. */
  public void write(ByteBuffer into) {
    for (var it : units) {
      if (isKept(it.type())) {
        into.putInt(it.length()).put(bytes, it.offset(), it.length());
      }
    }
  }

  private static UnsupportedMasterException unsupported(String why) {
    return new UnsupportedMasterException(FallbackReason.CONTAINER, why);
  }
}
