package clipdesk.cutter.hevc;

import clipdesk.cutter.h264.AccessUnit;
import clipdesk.cutter.h264.AccessUnitWriter;
import clipdesk.cutter.h264.BitReader;
import clipdesk.cutter.h264.BitWriter;
import clipdesk.cutter.h264.Nal;
import clipdesk.cutter.h265.HevcNal;
import java.util.List;
import java.util.Optional;

/** The NAL units of one sample of H.265. */
record HevcSample(byte[] bytes, int lengthBytes, List<byte[]> units) {
  private static final int HEADER_BITS = 8;
  private static final int DISCARDS_PICTURES = 0x40;

  static HevcSample parse(byte[] bytes, int lengthBytes) {
    var split = AccessUnit.parse(bytes, lengthBytes);
    var units =
        split.units().stream().filter(unit -> unit.length() > 2).map(split::copyOf).toList();
    return new HevcSample(bytes, lengthBytes, units);
  }

  /** Type of the first slice, -1 if there is none. */
  int pictureType() {
    return units.stream()
        .mapToInt(unit -> HevcNal.type(unit[0]))
        .filter(HevcNal::isSlice)
        .findFirst()
        .orElse(-1);
  }

  /** Whether all slices are of the base layer. */
  boolean isOfOneLayer() {
    return units.stream()
        .allMatch(
            unit ->
                !HevcNal.isSlice(HevcNal.type(unit[0])) || HevcNal.layer(unit[0], unit[1]) == 0);
  }

  List<byte[]> parameterSets() {
    return units.stream().filter(unit -> HevcNal.isParameterSet(HevcNal.type(unit[0]))).toList();
  }

  /**
   * The same picture as the first of a stream, or as one behind other pictures that nothing after
   * it shows: a CRA picture whose leading pictures are left out is a BLA picture without them, and
   * pictures before it are still shown (8.1.3, C.5.2.2). Empty if it stays as it is.
   */
  Optional<byte[]> asEntry() {
    boolean changed = false;
    var sample = new AccessUnitWriter(lengthBytes, bytes.length + 16);
    for (byte[] unit : units) {
      boolean changes = HevcNal.isSlice(HevcNal.type(unit[0])) && changesAsEntry(unit);
      changed |= changes;
      sample.add(changes ? entrySlice(unit) : unit);
    }
    return changed ? Optional.of(sample.toBytes()) : Optional.empty();
  }

  private static boolean changesAsEntry(byte[] slice) {
    return HevcNal.type(slice[0]) == HevcNal.CRA || discardsPictures(slice);
  }

  /** Behind first_slice_segment_in_pic_flag stands no_output_of_prior_pics_flag. */
  private static boolean discardsPictures(byte[] slice) {
    return (slice[2] & DISCARDS_PICTURES) != 0;
  }

  private static byte[] entrySlice(byte[] unit) {
    byte[] entry = unit.clone();
    if (discardsPictures(unit)) {
      byte[] rbsp = Nal.unescape(unit, 0, unit.length);
      rbsp[1] = (byte) (rbsp[1] & ~DISCARDS_PICTURES);
      entry = Nal.escape(unit[0] & 0xff, rbsp);
    }
    if (HevcNal.type(unit[0]) == HevcNal.CRA) {
      entry[0] = HevcNal.withType(unit[0], HevcNal.BLA_N_LP);
    }
    return entry;
  }

  /**
   * A slice under another PPS. Ids from 15 to 30 make the header of an encoder's id 0 longer by a
   * byte, so that the data behind it stays where it is.
   */
  static byte[] withPps(byte[] slice, int ppsId) {
    byte[] rbsp = Nal.unescape(slice, 0, slice.length);
    var from = new BitReader(rbsp, rbsp.length);
    var to = new BitWriter(rbsp.length + 2);
    to.bits(HEADER_BITS, from.bits(HEADER_BITS));
    to.flag(from.flag());
    if (HevcNal.type(slice[0]) >= HevcNal.BLA_W_LP) {
      to.flag(from.flag());
    }
    from.unsigned();
    to.unsigned(ppsId);
    if ((to.position() - from.position()) % 8 != 0) {
      throw new IllegalArgumentException("PPS " + ppsId + " moves the data of a slice");
    }
    to.copyBits(rbsp, from.position(), 8 * rbsp.length);
    return Nal.escape(slice[0] & 0xff, to.toBytes());
  }
}
