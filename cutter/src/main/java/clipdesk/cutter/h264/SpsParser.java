package clipdesk.cutter.h264;

import clipdesk.cutter.refusals.MalformedMasterException;

/** Parses sequence parameter sets (H.264, 7.3.2.1.1) up to the VUI. */
public final class SpsParser {
  private static final int MAX_MBS = 1024;

  /** Of a frame, and of all that are kept for reference: level 6.2 (H.264, table A-1). */
  private static final int MAX_FRAME_MBS = 139_264;

  private static final int MAX_KEPT_MBS = 696_320;

  private static final int SHAPE_IN_NUMBERS = 255;

  private static final int[][] SHAPES = {
    {1, 1}, {1, 1}, {12, 11}, {10, 11}, {16, 11}, {40, 33}, {24, 11}, {20, 11}, {32, 11}, {80, 33},
    {18, 11}, {15, 11}, {64, 33}, {160, 99}, {4, 3}, {3, 2}, {2, 1}
  };

  private SpsParser() {}

  static Sps parse(byte[] unit) {
    byte[] rbsp = Nal.unescape(unit, 0, unit.length);
    var bits = new BitReader(rbsp, rbsp.length);
    int profile = bits.bits(8);
    bits.bits(8);
    int level = bits.bits(8);
    int id = bits.unsigned("seq_parameter_set_id", Sps.MAX_ID);
    int chromaFormat = 1;
    boolean separate = false;
    int lumaBits = 8;
    int chromaBits = 8;
    boolean bypass = false;
    boolean scaling = false;
    if (hasChromaInfo(profile)) {
      chromaFormat = bits.unsigned("chroma_format_idc", 3);
      separate = chromaFormat == 3 && bits.flag();
      lumaBits = 8 + bits.unsigned("bit_depth_luma_minus8", 6);
      chromaBits = 8 + bits.unsigned("bit_depth_chroma_minus8", 6);
      bypass = bits.flag();
      scaling = bits.flag();
      if (scaling) {
        skipScalingLists(bits, chromaFormat == 3 ? 12 : 8);
      }
    }
    int frameNumBits = 4 + bits.unsigned("log2_max_frame_num_minus4", 12);
    int pocType = bits.unsigned("pic_order_cnt_type", 2);
    int pocLsbBits = 0;
    if (pocType == 0) {
      pocLsbBits = 4 + bits.unsigned("log2_max_pic_order_cnt_lsb_minus4", 12);
    } else if (pocType == 1) {
      skipPocCycle(bits);
    }
    int refFrames = bits.unsigned("max_num_ref_frames", 16);
    boolean gaps = bits.flag();
    int width = 1 + bits.unsigned("pic_width_in_mbs_minus1", MAX_MBS);
    int height = 1 + bits.unsigned("pic_height_in_map_units_minus1", MAX_MBS);
    boolean frameMbsOnly = bits.flag();
    requireSomeLevel(width * height * (frameMbsOnly ? 1 : 2), refFrames);
    boolean mbaff = !frameMbsOnly && bits.flag();
    bits.flag();
    var crop = new int[4];
    if (bits.flag()) {
      for (int side = 0; side < crop.length; side++) {
        crop[side] = bits.unsigned();
      }
    }
    int[] pixel = pixelShape(bits);
    boolean halved = chromaFormat == 1 || chromaFormat == 2;
    int rows = (chromaFormat == 1 ? 2 : 1) * (frameMbsOnly ? 1 : 2);
    var shape =
        new Sps.Shape(
            16 * width - (halved ? 2 : 1) * (crop[0] + crop[1]),
            16 * height * (frameMbsOnly ? 1 : 2) - rows * (crop[2] + crop[3]),
            pixel[0],
            pixel[1]);
    return new Sps(
        unit,
        profile,
        level,
        id,
        chromaFormat,
        separate,
        lumaBits,
        chromaBits,
        bypass,
        scaling,
        frameNumBits,
        pocType,
        pocLsbBits,
        refFrames,
        gaps,
        width,
        height,
        frameMbsOnly,
        mbaff,
        crop[0],
        crop[2],
        shape);
  }

  /** The first field of the VUI (H.264 and H.265, E.2.1, table E-1). */
  public static int[] pixelShape(BitReader bits) {
    boolean hasVui = bits.flag();
    boolean hasShape = hasVui && bits.flag();
    if (!hasShape) {
      return new int[] {1, 1};
    }
    int code = bits.bits(8);
    if (code == SHAPE_IN_NUMBERS) {
      int width = bits.bits(16);
      int height = bits.bits(16);
      return width > 0 && height > 0 ? new int[] {width, height} : new int[] {1, 1};
    }
    return code < SHAPES.length ? SHAPES[code] : new int[] {1, 1};
  }

  /** A decoder allocates by these before it has seen a picture. */
  private static void requireSomeLevel(int frameMbs, int refFrames) {
    if (frameMbs > MAX_FRAME_MBS || frameMbs * refFrames > MAX_KEPT_MBS) {
      throw new MalformedMasterException(
          "SPS",
          -1,
          "%d frames of %d macroblocks, more than any level allows".formatted(refFrames, frameMbs));
    }
  }

  private static boolean hasChromaInfo(int profile) {
    return switch (profile) {
      case 100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135 -> true;
      default -> false;
    };
  }

  private static void skipPocCycle(BitReader bits) {
    bits.flag();
    bits.signed();
    bits.signed();
    int cycle = bits.unsigned("num_ref_frames_in_pic_order_cnt_cycle", 255);
    for (int i = 0; i < cycle; i++) {
      bits.signed();
    }
  }

  /** H.264, 7.3.2.1.1.1; also those of a PPS. */
  static void skipScalingLists(BitReader bits, int lists) {
    for (int list = 0; list < lists; list++) {
      if (bits.flag()) {
        skipScalingList(bits, list < 6 ? 16 : 64);
      }
    }
  }

  private static void skipScalingList(BitReader bits, int size) {
    int last = 8;
    int next = 8;
    for (int i = 0; i < size; i++) {
      if (next != 0) {
        int delta = bits.signed();
        if (delta < -128 || delta > 127) {
          throw new MalformedMasterException("SPS", -1, "delta_scale is " + delta);
        }
        next = (last + delta + 256) & 0xff;
      }
      last = next == 0 ? last : next;
    }
  }
}
