package clipdesk.cutter.h264;

import clipdesk.cutter.refusals.MalformedMasterException;
import java.util.Map;

/** Parses picture parameter sets (H.264, 7.3.2.2). */
final class PpsParser {
  private PpsParser() {}

  /**
   * @param spsById the sets known so far
   */
  static Pps parse(byte[] unit, Map<Integer, Sps> spsById) {
    byte[] rbsp = Nal.unescape(unit, 0, unit.length);
    var bits = new BitReader(rbsp, rbsp.length);
    int id = bits.unsigned("pic_parameter_set_id", Pps.MAX_ID);
    int spsId = bits.unsigned("seq_parameter_set_id", Sps.MAX_ID);
    var sps = spsById.get(spsId);
    if (sps == null) {
      throw new MalformedMasterException(
          "PPS", -1, "names SPS %d, which is absent".formatted(spsId));
    }
    int contentBit = bits.position();
    boolean cabac = bits.flag();
    boolean bottomOrder = bits.flag();
    boolean sliceGroups = bits.unsigned("num_slice_groups_minus1", 7) > 0;
    if (sliceGroups) {
      return withSliceGroups(unit, id, spsId, cabac, bottomOrder, contentBit);
    }
    int refs0 = 1 + bits.unsigned("num_ref_idx_l0_default_active_minus1", 31);
    int refs1 = 1 + bits.unsigned("num_ref_idx_l1_default_active_minus1", 31);
    boolean weighted = bits.flag();
    int bipred = bits.bits(2);
    int qp = 26 + bits.signed();
    bits.signed();
    int cbOffset = bits.signed();
    boolean deblocking = bits.flag();
    boolean constrainedIntra = bits.flag();
    boolean redundant = bits.flag();
    boolean transform8x8 = false;
    boolean scaling = false;
    int crOffset = cbOffset;
    if (bits.hasMore()) {
      transform8x8 = bits.flag();
      scaling = bits.flag();
      if (scaling) {
        int lists8x8 = transform8x8 ? (sps.chromaFormat() == 3 ? 6 : 2) : 0;
        SpsParser.skipScalingLists(bits, 6 + lists8x8);
      }
      crOffset = bits.signed();
    }
    return new Pps(
        unit,
        id,
        spsId,
        cabac,
        bottomOrder,
        false,
        refs0,
        refs1,
        weighted,
        bipred,
        qp,
        cbOffset,
        crOffset,
        deblocking,
        constrainedIntra,
        redundant,
        transform8x8,
        scaling,
        contentBit);
  }

  /** What follows the slice groups is never needed: no slice under such a set is parsed. */
  private static Pps withSliceGroups(
      byte[] unit, int id, int spsId, boolean cabac, boolean bottomOrder, int contentBit) {
    return new Pps(
        unit,
        id,
        spsId,
        cabac,
        bottomOrder,
        true,
        1,
        1,
        false,
        0,
        26,
        0,
        0,
        false,
        false,
        false,
        false,
        false,
        contentBit);
  }
}
