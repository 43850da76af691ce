package clipdesk.cutter.h264;

import clipdesk.cutter.h264.SliceHeader.PictureNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Field pictures (H.264, 7.4.3, {@code field_pic_flag}), which no free encoder makes: two streams
 * of progressive pictures of half the height become the top and the bottom fields of frames. Every
 * field refers to the field of its parity in the frame before, as a progressive picture does to the
 * one before. In CAVLC their residuals can be read in the order of fields as well; they then mean
 * something else than they were made for, but the same to every decoder.
 */
public final class FieldPictures {
  private static final int PROFILE_MAIN = 77;
  private static final int LEVEL_3 = 30;
  private static final int FRAME_NUM_BITS = 8;
  private static final int POC_LSB_BITS = 9;
  private static final int REFERENCE_FRAMES = 2;

  private final ParameterSets encoderSets;
  private final byte[] spsUnit;
  private final byte[] ppsUnit;
  private final Sps sps;
  private final Pps pps;
  private final List<byte[]> samples = new ArrayList<>();

  private FieldPictures(List<byte[]> encoded, int width, int height) {
    var encoderSps = SpsParser.parse(first(encoded, Nal.SPS));
    this.ppsUnit = first(encoded, Nal.PPS);
    var encoderPps = PpsParser.parse(ppsUnit, Map.of(encoderSps.id(), encoderSps));
    this.encoderSets =
        new ParameterSets(Map.of(encoderSps.id(), encoderSps), Map.of(encoderPps.id(), encoderPps));
    this.spsUnit = sps(width, height);
    this.sps = SpsParser.parse(spsUnit);
    this.pps = PpsParser.parse(ppsUnit, Map.of(sps.id(), sps));
  }

  /**
   * @param top byte stream of pictures of half the height, with one slice each, none of type B
   * @param bottom as many, of the same encoder settings
   * @param width of a frame, in samples
   * @param height of a frame
   */
  public static FieldPictures of(byte[] top, byte[] bottom, int width, int height) {
    var tops = AnnexB.units(top);
    var pictures = new FieldPictures(tops, width, height);
    pictures.pair(slices(tops), slices(AnnexB.units(bottom)));
    return pictures;
  }

  /** Frames as samples, two field pictures each, with length fields of four bytes. */
  public List<byte[]> samples() {
    return samples;
  }

  /** Contents of their {@code avcC}. */
  public byte[] configuration() {
    byte[] head = {1, PROFILE_MAIN, 0, LEVEL_3, (byte) 0xff};
    return new AvcConfiguration(head, List.of(spsUnit), List.of(ppsUnit), new byte[0]).toBytes();
  }

  private void pair(List<byte[]> tops, List<byte[]> bottoms) {
    int sinceIdr = 0;
    for (int frame = 0; frame < tops.size(); frame++) {
      sinceIdr = Nal.type(tops.get(frame)[0]) == Nal.IDR_SLICE ? 0 : sinceIdr + 1;
      var sample = new AccessUnitWriter(4, tops.get(frame).length + bottoms.get(frame).length);
      sample.add(field(tops.get(frame), sinceIdr, false));
      sample.add(field(bottoms.get(frame), sinceIdr, true));
      samples.add(sample.toBytes());
    }
  }

  /** Of an IDR picture only the first field is one; the second is an ordinary picture. */
  private byte[] field(byte[] unit, int sinceIdr, boolean bottom) {
    byte[] rbsp = Nal.unescape(unit, 0, unit.length);
    var header = SliceHeaderParser.parse(rbsp, unit[0], encoderSets);
    int poc = (2 * sinceIdr + (bottom ? 1 : 0)) % (1 << POC_LSB_BITS);
    var numbers =
        new PictureNumbers(
            sinceIdr % sps.maxFrameNum(), true, bottom, header.numbers().idrPicId(), poc, 0);
    var written =
        new SliceHeader(
            header.refIdc(),
            bottom ? Nal.SLICE : header.unitType(),
            header.firstMb(),
            header.typeCode(),
            header.ppsId(),
            header.colourPlane(),
            numbers,
            header.directSpatial(),
            header.references(),
            header.weights(),
            SliceHeader.ReferenceMarking.SLIDING_WINDOW,
            header.cabacInitIdc(),
            header.sliceQp(),
            header.deblocking(),
            header.dataBit());
    return new Slice(header, rbsp).under(written, sps, pps);
  }

  private static byte[] sps(int width, int height) {
    int widthInMbs = Math.ceilDiv(width, 16);
    int fieldHeightInMbs = Math.ceilDiv(height, 32);
    var bits = new BitWriter(32);
    bits.bits(8, PROFILE_MAIN);
    bits.bits(8, 0);
    bits.bits(8, LEVEL_3);
    bits.unsigned(0);
    bits.unsigned(FRAME_NUM_BITS - 4);
    bits.unsigned(0);
    bits.unsigned(POC_LSB_BITS - 4);
    bits.unsigned(REFERENCE_FRAMES);
    bits.flag(false);
    bits.unsigned(widthInMbs - 1);
    bits.unsigned(fieldHeightInMbs - 1);
    bits.flag(false); // frame_mbs_only_flag
    bits.flag(false); // mb_adaptive_frame_field_flag
    bits.flag(true); // direct_8x8_inference_flag
    bits.flag(true); // frame_cropping_flag, in units of two columns and of four rows
    bits.unsigned(0);
    bits.unsigned((widthInMbs * 16 - width) / 2);
    bits.unsigned(0);
    bits.unsigned((fieldHeightInMbs * 32 - height) / 4);
    bits.flag(false);
    bits.trailingBits();
    return Nal.escape(3 << 5 | Nal.SPS, bits.toBytes());
  }

  private static byte[] first(List<byte[]> units, int type) {
    return units.stream().filter(unit -> Nal.type(unit[0]) == type).findFirst().orElseThrow();
  }

  private static List<byte[]> slices(List<byte[]> units) {
    return units.stream()
        .filter(unit -> Nal.type(unit[0]) == Nal.SLICE || Nal.type(unit[0]) == Nal.IDR_SLICE)
        .toList();
  }
}
