package clipdesk.cutter.h264;

import java.util.List;
import java.util.Optional;

/**
 * A slice header (H.264, 7.3.3), every field of it.
 *
 * @param unitType {@link Nal#SLICE} or {@link Nal#IDR_SLICE}
 * @param typeCode {@code slice_type}, 0 to 9
 * @param sliceQp {@code SliceQPY}, the absolute value
 * @param dataBit where the slice data starts in the RBSP it was parsed from
 */
public record SliceHeader(
    int refIdc,
    int unitType,
    int firstMb,
    int typeCode,
    int ppsId,
    int colourPlane,
    PictureNumbers numbers,
    boolean directSpatial,
    References references,
    Optional<PredictionWeights> weights,
    ReferenceMarking marking,
    int cabacInitIdc,
    int sliceQp,
    Deblocking deblocking,
    int dataBit) {

  /** {@code slice_type} modulo 5. */
  public enum Type {
    P,
    B,
    I,
    SP,
    SI
  }

  /**
   * What tells one picture from another.
   *
   * @param idrPicId 0 unless IDR
   * @param pocLsb 0 unless {@code pic_order_cnt_type} is 0
   */
  public record PictureNumbers(
      int frameNum, boolean field, boolean bottom, int idrPicId, int pocLsb, int deltaPocBottom) {}

  /** Active reference counts and changes of both lists; 0 and empty where there is no list. */
  public record References(
      int active0, int active1, List<ListChange> changes0, List<ListChange> changes1) {
    static final References NONE = new References(0, 0, List.of(), List.of());
  }

  /**
   * One {@code modification_of_pic_nums_idc} (H.264, 7.4.3.1).
   *
   * @param operation 0 subtracts, 1 adds, 2 names a long-term picture
   * @param value {@code abs_diff_pic_num_minus1} or {@code long_term_pic_num}
   */
  public record ListChange(int operation, int value) {}

  /**
   * {@code dec_ref_pic_marking()} (H.264, 7.4.3.3).
   *
   * @param adaptive for pictures that are not IDR: whether operations follow
   */
  public record ReferenceMarking(
      boolean noOutputOfPriorPics,
      boolean longTermReference,
      boolean adaptive,
      List<MemoryOperation> operations) {
    static final ReferenceMarking SLIDING_WINDOW =
        new ReferenceMarking(false, false, false, List.of());
  }

  /**
   * One {@code memory_management_control_operation}.
   *
   * @param first the operand that comes first in the syntax, if any
   * @param second that of operation 3 and 6 that comes second
   */
  public record MemoryOperation(int operation, int first, int second) {
    static final int FORGET_SHORT_TERM = 1;
  }

  /**
   * @param mode {@code disable_deblocking_filter_idc}
   */
  public record Deblocking(int mode, int alphaDiv2, int betaDiv2) {
    /** What holds where the syntax is absent. */
    static final Deblocking DEFAULT = new Deblocking(0, 0, 0);
  }

  public Type type() {
    return Type.values()[typeCode % 5];
  }

  public boolean isIdr() {
    return unitType == Nal.IDR_SLICE;
  }

  /** With other numbers; what else it says stays. */
  public SliceHeader with(PictureNumbers newNumbers) {
    return with(newNumbers, references, marking);
  }

  SliceHeader with(PictureNumbers newNumbers, References newReferences, ReferenceMarking marks) {
    return new SliceHeader(
        refIdc,
        unitType,
        firstMb,
        typeCode,
        ppsId,
        colourPlane,
        newNumbers,
        directSpatial,
        newReferences,
        weights,
        marks,
        cabacInitIdc,
        sliceQp,
        deblocking,
        dataBit);
  }

  /** This slice as one of an IDR picture that starts everything anew. */
  SliceHeader asIdr(PictureNumbers newNumbers) {
    return new SliceHeader(
        refIdc,
        Nal.IDR_SLICE,
        firstMb,
        typeCode,
        ppsId,
        colourPlane,
        newNumbers,
        directSpatial,
        references,
        weights,
        ReferenceMarking.SLIDING_WINDOW,
        cabacInitIdc,
        sliceQp,
        deblocking,
        dataBit);
  }
}
