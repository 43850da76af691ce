package clipdesk.cutter.h264;

import clipdesk.cutter.h264.SliceHeader.Deblocking;
import clipdesk.cutter.h264.SliceHeader.ListChange;
import clipdesk.cutter.h264.SliceHeader.ReferenceMarking;
import clipdesk.cutter.h264.SliceHeader.Type;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.util.List;

/** Writes slice headers (H.264, 7.3.3) under given parameter sets. */
final class SliceHeaderWriter {
  private final BitWriter bits;
  private final Sps sps;
  private final Pps pps;

  SliceHeaderWriter(BitWriter bits, Sps sps, Pps pps) {
    this.bits = bits;
    this.sps = sps;
    this.pps = pps;
  }

  /** The header with the id, field widths, defaults and optional fields of the sets. */
  void write(SliceHeader header) {
    var type = header.type();
    bits.unsigned(header.firstMb());
    bits.unsigned(header.typeCode());
    bits.unsigned(pps.id());
    if (sps.separateColourPlanes()) {
      bits.bits(2, header.colourPlane());
    }
    numbers(header);
    if (type == Type.B) {
      bits.flag(header.directSpatial());
    }
    if (type != Type.I) {
      references(header.references(), type == Type.B);
    }
    if (SliceHeaderParser.hasWeights(pps, type)) {
      var references = header.references();
      weights(
          header
              .weights()
              .orElseGet(
                  () -> PredictionWeights.neutral(references.active0(), references.active1())));
    } else if (header.weights().isPresent()) {
      throw new UnsupportedMasterException(
          FallbackReason.PPS_DIFFERS, "the PPS has no weighted prediction");
    }
    if (header.refIdc() != 0) {
      marking(header.marking(), header.isIdr());
    }
    if (pps.cabac() && type != Type.I) {
      bits.unsigned(header.cabacInitIdc());
    }
    bits.signed(header.sliceQp() - pps.initialQp());
    deblocking(header.deblocking());
  }

  private void numbers(SliceHeader header) {
    var numbers = header.numbers();
    bits.bits(sps.frameNumBits(), numbers.frameNum());
    if (!sps.frameMbsOnly()) {
      bits.flag(numbers.field());
      if (numbers.field()) {
        bits.flag(numbers.bottom());
      }
    }
    if (header.isIdr()) {
      bits.unsigned(numbers.idrPicId());
    }
    if (sps.pocType() == 0) {
      bits.bits(sps.pocLsbBits(), numbers.pocLsb());
      if (pps.bottomFieldPicOrder() && !numbers.field()) {
        bits.signed(numbers.deltaPocBottom());
      }
    }
  }

  private void references(SliceHeader.References references, boolean bidirectional) {
    boolean override =
        references.active0() != pps.activeRefs0()
            || (bidirectional && references.active1() != pps.activeRefs1());
    bits.flag(override);
    if (override) {
      bits.unsigned(references.active0() - 1);
      if (bidirectional) {
        bits.unsigned(references.active1() - 1);
      }
    }
    listChanges(references.changes0());
    if (bidirectional) {
      listChanges(references.changes1());
    }
  }

  private void listChanges(List<ListChange> changes) {
    bits.flag(!changes.isEmpty());
    if (!changes.isEmpty()) {
      for (var change : changes) {
        bits.unsigned(change.operation());
        bits.unsigned(change.value());
      }
      bits.unsigned(3);
    }
  }

  private void weights(PredictionWeights weights) {
    boolean chroma = sps.chromaArrayType() != 0;
    bits.unsigned(weights.lumaDenominator());
    if (chroma) {
      bits.unsigned(weights.chromaDenominator());
    }
    weights.list0().forEach(weight -> weight(weight, chroma));
    weights.list1().forEach(weight -> weight(weight, chroma));
  }

  private void weight(PredictionWeights.Weight weight, boolean hasChroma) {
    bits.flag(weight.luma());
    if (weight.luma()) {
      bits.signed(weight.lumaWeight());
      bits.signed(weight.lumaOffset());
    }
    if (hasChroma) {
      bits.flag(weight.chroma());
      if (weight.chroma()) {
        bits.signed(weight.cbWeight());
        bits.signed(weight.cbOffset());
        bits.signed(weight.crWeight());
        bits.signed(weight.crOffset());
      }
    }
  }

  private void marking(ReferenceMarking marking, boolean idr) {
    if (idr) {
      bits.flag(marking.noOutputOfPriorPics());
      bits.flag(marking.longTermReference());
      return;
    }
    bits.flag(marking.adaptive());
    if (marking.adaptive()) {
      for (var operation : marking.operations()) {
        bits.unsigned(operation.operation());
        if (operation.operation() != 5) {
          bits.unsigned(operation.first());
        }
        if (operation.operation() == 3) {
          bits.unsigned(operation.second());
        }
      }
      bits.unsigned(0);
    }
  }

  private void deblocking(Deblocking deblocking) {
    if (pps.deblockingControl()) {
      bits.unsigned(deblocking.mode());
      if (deblocking.mode() != 1) {
        bits.signed(deblocking.alphaDiv2());
        bits.signed(deblocking.betaDiv2());
      }
    } else if (!deblocking.equals(Deblocking.DEFAULT)) {
      throw new UnsupportedMasterException(
          FallbackReason.PPS_DIFFERS, "the PPS has no deblocking control");
    }
  }
}
