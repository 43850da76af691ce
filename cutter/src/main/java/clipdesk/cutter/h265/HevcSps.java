package clipdesk.cutter.h265;

import clipdesk.cutter.h264.BitReader;
import clipdesk.cutter.h264.Nal;
import clipdesk.cutter.h264.Sps;
import clipdesk.cutter.h264.SpsParser;
import clipdesk.cutter.refusals.MalformedMasterException;
import java.util.Arrays;

/**
 * A sequence parameter set (H.265, 7.3.2.2.1), as far as {@code hvcC} and the shape of a picture
 * need it.
 *
 * @param general profile, tier, compatibility, constraints and level, as they stand in it
 * @param temporalLayers {@code sps_max_sub_layers_minus1} + 1
 * @param nested {@code sps_temporal_id_nesting_flag}
 * @param chromaFormat 0 for monochrome, 1 for 4:2:0, 2 for 4:2:2, 3 for 4:4:4
 */
record HevcSps(
    byte[] general,
    int temporalLayers,
    boolean nested,
    int chromaFormat,
    int lumaBits,
    int chromaBits,
    Sps.Shape shape) {
  private static final int GENERAL_BYTES = 12;
  private static final int SUB_LAYER_PROFILE_BITS = 88;
  private static final int SUB_LAYER_LEVEL_BITS = 8;
  private static final int MAX_SUB_LAYERS = 8;
  private static final int MAX_SIDE = 16_888;
  private static final int MAX_REFERENCE_SETS = 64;
  private static final int MAX_REFERENCES = 16;
  private static final int MAX_LONG_TERM = 32;
  private static final int MAX_ID = 15;
  private static final int MAX_BITS_ABOVE_8 = 8;

  /**
   * @param unit with its header of two bytes
   * @throws MalformedMasterException if a field is outside of what it may be
   */
  static HevcSps parse(byte[] unit) {
    byte[] rbsp = Nal.unescape(unit, 1, unit.length - 1);
    var in = new BitReader(rbsp, rbsp.length);
    in.bits(4);
    int last = in.bits(3);
    boolean nested = in.flag();
    in.seek(8 * (1 + GENERAL_BYTES));
    skipSubLayers(in, last);
    in.unsigned("sps_seq_parameter_set_id", MAX_ID);
    int chroma = in.unsigned("chroma_format_idc", 3);
    if (chroma == 3) {
      in.flag();
    }
    int width = in.unsigned("pic_width_in_luma_samples", MAX_SIDE);
    int height = in.unsigned("pic_height_in_luma_samples", MAX_SIDE);
    int[] window = window(in, width, height);
    int luma = 8 + in.unsigned("bit_depth_luma_minus8", MAX_BITS_ABOVE_8);
    int chromaBits = 8 + in.unsigned("bit_depth_chroma_minus8", MAX_BITS_ABOVE_8);
    skipToVui(in, last);
    int[] pixel = SpsParser.pixelShape(in);
    int wide = chroma == 1 || chroma == 2 ? 2 : 1;
    int high = chroma == 1 ? 2 : 1;
    var shape =
        new Sps.Shape(
            width - wide * (window[0] + window[1]),
            height - high * (window[2] + window[3]),
            pixel[0],
            pixel[1]);
    if (shape.width() <= 0 || shape.height() <= 0) {
      throw new MalformedMasterException("SPS", -1, "shows nothing of a picture");
    }
    byte[] general = Arrays.copyOfRange(rbsp, 1, 1 + GENERAL_BYTES);
    return new HevcSps(general, last + 1, nested, chroma, luma, chromaBits, shape);
  }

  /** {@code profile_tier_level} behind its general part (7.3.3). */
  private static void skipSubLayers(BitReader in, int last) {
    int bits = 0;
    for (int i = 0; i < last; i++) {
      bits += in.flag() ? SUB_LAYER_PROFILE_BITS : 0;
      bits += in.flag() ? SUB_LAYER_LEVEL_BITS : 0;
    }
    int reserved = last > 0 ? 2 * (MAX_SUB_LAYERS - last) : 0;
    in.seek(in.position() + reserved + bits);
  }

  private static int[] window(BitReader in, int width, int height) {
    var window = new int[4];
    if (in.flag()) {
      for (int i = 0; i < 4; i++) {
        window[i] = in.unsigned("conf_win_offset", Math.max(width, height));
      }
    }
    return window;
  }

  private static void skipToVui(BitReader in, int last) {
    int orderBits = 4 + in.unsigned("log2_max_pic_order_cnt_lsb_minus4", 12);
    skip(in, 3 * (in.flag() ? last + 1 : 1));
    skip(in, 6);
    boolean hasScalingLists = in.flag();
    if (hasScalingLists && in.flag()) {
      skipScalingLists(in);
    }
    in.bits(2);
    if (in.flag()) {
      in.bits(8);
      skip(in, 2);
      in.flag();
    }
    skipReferenceSets(in);
    if (in.flag()) {
      int count = in.unsigned("num_long_term_ref_pics_sps", MAX_LONG_TERM);
      in.seek(in.position() + count * (orderBits + 1));
    }
    in.bits(2);
  }

  private static void skip(BitReader in, int codes) {
    for (int i = 0; i < codes; i++) {
      in.unsigned();
    }
  }

  /** {@code scaling_list_data} (7.3.4). */
  private static void skipScalingLists(BitReader in) {
    for (int size = 0; size < 4; size++) {
      for (int matrix = 0; matrix < 6; matrix += size == 3 ? 3 : 1) {
        int coefficients = in.flag() ? Math.min(64, 1 << (4 + 2 * size)) : 0;
        skip(in, coefficients == 0 || size > 1 ? coefficients + 1 : coefficients);
      }
    }
  }

  /** {@code st_ref_pic_set} of all that the set lists (7.3.7). */
  private static void skipReferenceSets(BitReader in) {
    int count = in.unsigned("num_short_term_ref_pic_sets", MAX_REFERENCE_SETS);
    int references = 0;
    for (int i = 0; i < count; i++) {
      references = i > 0 && in.flag() ? predicted(in, references) : listed(in);
    }
  }

  private static int listed(BitReader in) {
    int negative = in.unsigned("num_negative_pics", MAX_REFERENCES);
    int positive = in.unsigned("num_positive_pics", MAX_REFERENCES);
    for (int i = 0; i < negative + positive; i++) {
      in.unsigned();
      in.flag();
    }
    return negative + positive;
  }

  private static int predicted(BitReader in, int before) {
    in.flag();
    in.unsigned();
    int references = 0;
    for (int i = 0; i <= before; i++) {
      boolean used = in.flag();
      references += used || in.flag() ? 1 : 0;
    }
    return references;
  }
}
