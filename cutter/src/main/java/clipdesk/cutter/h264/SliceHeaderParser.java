package clipdesk.cutter.h264;

import clipdesk.cutter.h264.SliceHeader.Deblocking;
import clipdesk.cutter.h264.SliceHeader.ListChange;
import clipdesk.cutter.h264.SliceHeader.MemoryOperation;
import clipdesk.cutter.h264.SliceHeader.PictureNumbers;
import clipdesk.cutter.h264.SliceHeader.ReferenceMarking;
import clipdesk.cutter.h264.SliceHeader.References;
import clipdesk.cutter.h264.SliceHeader.Type;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses slice headers (H.264, 7.3.3). */
final class SliceHeaderParser {
  private static final int MAX_LIST_CHANGES = 66;
  private static final int MAX_MEMORY_OPERATIONS = 66;

  private final BitReader bits;
  private final int unitType;
  private final int refIdc;
  private final ParameterSets sets;

  private SliceHeaderParser(byte[] rbsp, int header, ParameterSets sets) {
    this.bits = new BitReader(rbsp, rbsp.length);
    this.unitType = Nal.type((byte) header);
    this.refIdc = Nal.refIdc((byte) header);
    this.sets = sets;
  }

  /**
   * @param rbsp without header byte and emulation prevention; it may end behind the header
   * @param header the header byte
   * @throws UnsupportedMasterException for tools of H.264 that are not rewritten here
   */
  static SliceHeader parse(byte[] rbsp, byte header, ParameterSets sets) {
    return new SliceHeaderParser(rbsp, header, sets).parse();
  }

  private SliceHeader parse() {
    int firstMb = bits.unsigned();
    int typeCode = bits.unsigned("slice_type", 9);
    var type = Type.values()[typeCode % 5];
    int ppsId = bits.unsigned("pic_parameter_set_id", Pps.MAX_ID);
    var pps = sets.pps(ppsId);
    var sps = sets.spsOf(pps);
    requireSupported(sps, pps, type);
    int colourPlane = sps.separateColourPlanes() ? bits.bits(2) : 0;
    var numbers = numbers(sps, pps);
    boolean directSpatial = type == Type.B && bits.flag();
    var references = references(pps, type);
    Optional<PredictionWeights> weights = Optional.empty();
    if (hasWeights(pps, type)) {
      weights = Optional.of(weights(sps, references));
    }
    var marking = refIdc == 0 ? ReferenceMarking.SLIDING_WINDOW : marking();
    int cabacInit = pps.cabac() && type != Type.I ? bits.unsigned("cabac_init_idc", 2) : 0;
    int qp = pps.initialQp() + bits.signed();
    var deblocking = pps.deblockingControl() ? deblocking() : Deblocking.DEFAULT;
    return new SliceHeader(
        refIdc,
        unitType,
        firstMb,
        typeCode,
        ppsId,
        colourPlane,
        numbers,
        directSpatial,
        references,
        weights,
        marking,
        cabacInit,
        qp,
        deblocking,
        bits.position());
  }

  static boolean hasWeights(Pps pps, Type type) {
    return (pps.weightedPrediction() && type == Type.P)
        || (pps.weightedBipred() == 1 && type == Type.B);
  }

  private static void requireSupported(Sps sps, Pps pps, Type type) {
    if (sps.pocType() == 1) {
      throw new UnsupportedMasterException(FallbackReason.POC_TYPE_1, "SPS " + sps.id());
    }
    if (pps.sliceGroups() || pps.redundantPictures() || type == Type.SP || type == Type.SI) {
      throw new UnsupportedMasterException(
          FallbackReason.SLICE_TOOLS,
          "slice groups, redundant pictures or switching slices under PPS " + pps.id());
    }
  }

  private PictureNumbers numbers(Sps sps, Pps pps) {
    int frameNum = bits.bits(sps.frameNumBits());
    boolean field = !sps.frameMbsOnly() && bits.flag();
    boolean bottom = field && bits.flag();
    int idrPicId = unitType == Nal.IDR_SLICE ? bits.unsigned("idr_pic_id", 65_535) : 0;
    int pocLsb = sps.pocType() == 0 ? bits.bits(sps.pocLsbBits()) : 0;
    boolean hasDelta = sps.pocType() == 0 && pps.bottomFieldPicOrder() && !field;
    int deltaBottom = hasDelta ? bits.signed() : 0;
    return new PictureNumbers(frameNum, field, bottom, idrPicId, pocLsb, deltaBottom);
  }

  private References references(Pps pps, Type type) {
    if (type == Type.I) {
      return References.NONE;
    }
    boolean bidirectional = type == Type.B;
    int active0 = pps.activeRefs0();
    int active1 = bidirectional ? pps.activeRefs1() : 0;
    if (bits.flag()) {
      active0 = 1 + bits.unsigned("num_ref_idx_l0_active_minus1", 31);
      active1 = bidirectional ? 1 + bits.unsigned("num_ref_idx_l1_active_minus1", 31) : 0;
    }
    var changes0 = listChanges();
    List<ListChange> changes1 = bidirectional ? listChanges() : List.of();
    return new References(active0, active1, changes0, changes1);
  }

  private List<ListChange> listChanges() {
    List<ListChange> changes = new ArrayList<>();
    if (bits.flag()) {
      for (int operation = listOperation(); operation != 3; operation = listOperation()) {
        changes.add(new ListChange(operation, bits.unsigned()));
        if (changes.size() > MAX_LIST_CHANGES) {
          throw new UnsupportedMasterException(
              FallbackReason.SLICE_TOOLS, "more than 66 changes of a reference list");
        }
      }
    }
    return List.copyOf(changes);
  }

  private int listOperation() {
    return bits.unsigned("modification_of_pic_nums_idc", 3);
  }

  private PredictionWeights weights(Sps sps, References references) {
    boolean chroma = sps.chromaArrayType() != 0;
    int lumaDenominator = bits.unsigned("luma_log2_weight_denom", 7);
    int chromaDenominator = chroma ? bits.unsigned("chroma_log2_weight_denom", 7) : 0;
    return new PredictionWeights(
        lumaDenominator,
        chromaDenominator,
        weights(references.active0(), chroma),
        weights(references.active1(), chroma));
  }

  private List<PredictionWeights.Weight> weights(int count, boolean hasChroma) {
    List<PredictionWeights.Weight> weights = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      boolean luma = bits.flag();
      int weight = luma ? bits.signed() : 0;
      int offset = luma ? bits.signed() : 0;
      boolean chroma = hasChroma && bits.flag();
      weights.add(
          new PredictionWeights.Weight(
              luma,
              weight,
              offset,
              chroma,
              chroma ? bits.signed() : 0,
              chroma ? bits.signed() : 0,
              chroma ? bits.signed() : 0,
              chroma ? bits.signed() : 0));
    }
    return List.copyOf(weights);
  }

  private ReferenceMarking marking() {
    if (unitType == Nal.IDR_SLICE) {
      boolean noOutput = bits.flag();
      return new ReferenceMarking(noOutput, bits.flag(), false, List.of());
    }
    if (!bits.flag()) {
      return ReferenceMarking.SLIDING_WINDOW;
    }
    List<MemoryOperation> operations = new ArrayList<>();
    for (int code = memoryOperation(); code != 0; code = memoryOperation()) {
      int first = code == 5 ? 0 : bits.unsigned();
      int second = code == 3 ? bits.unsigned() : 0;
      operations.add(new MemoryOperation(code, first, second));
      if (operations.size() > MAX_MEMORY_OPERATIONS) {
        throw new UnsupportedMasterException(
            FallbackReason.SLICE_TOOLS, "more than 66 memory management operations");
      }
    }
    return new ReferenceMarking(false, false, true, List.copyOf(operations));
  }

  private int memoryOperation() {
    return bits.unsigned("memory_management_control_operation", 6);
  }

  private Deblocking deblocking() {
    int mode = bits.unsigned("disable_deblocking_filter_idc", 2);
    return mode == 1 ? new Deblocking(1, 0, 0) : new Deblocking(mode, bits.signed(), bits.signed());
  }
}
