package clipdesk.cutter.h264;

/**
 * A picture parameter set (H.264, 7.3.2.2).
 *
 * @param unit the whole NAL unit as it was found
 * @param bottomFieldPicOrder {@code bottom_field_pic_order_in_frame_present_flag}
 * @param activeRefs0 default number of active references of list 0
 * @param initialQp {@code 26 + pic_init_qp_minus26}
 * @param contentBit where the fields behind the two ids start in the RBSP
 */
public record Pps(
    byte[] unit,
    int id,
    int spsId,
    boolean cabac,
    boolean bottomFieldPicOrder,
    boolean sliceGroups,
    int activeRefs0,
    int activeRefs1,
    boolean weightedPrediction,
    int weightedBipred,
    int initialQp,
    int cbQpOffset,
    int crQpOffset,
    boolean deblockingControl,
    boolean constrainedIntra,
    boolean redundantPictures,
    boolean transform8x8,
    boolean scalingMatrix,
    int contentBit) {

  static final int MAX_ID = 255;

  /**
   * Whether slices written for {@code other} can be written for this set and keep their meaning.
   */
  public boolean decodesLike(Pps other) {
    return cabac == other.cabac
        && (deblockingControl || !other.deblockingControl)
        && transform8x8 == other.transform8x8
        && cbQpOffset == other.cbQpOffset
        && crQpOffset == other.crQpOffset
        && constrainedIntra == other.constrainedIntra
        && !scalingMatrix
        && !other.scalingMatrix
        && !redundantPictures
        && !sliceGroups;
  }

  /** The same contents under other ids, as a NAL unit. */
  public byte[] withIds(int newId, int newSpsId) {
    byte[] rbsp = Nal.unescape(unit, 0, unit.length);
    int stop = new BitReader(rbsp, rbsp.length).stopBit();
    var bits = new BitWriter(rbsp.length + 8);
    bits.unsigned(newId);
    bits.unsigned(newSpsId);
    bits.copyBits(rbsp, contentBit, stop);
    bits.trailingBits();
    return Nal.escape(unit[0], bits.toBytes());
  }
}
