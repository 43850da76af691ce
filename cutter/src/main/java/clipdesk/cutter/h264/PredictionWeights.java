package clipdesk.cutter.h264;

import java.util.Collections;
import java.util.List;

/** {@code pred_weight_table()} (H.264, 7.3.3.2). */
record PredictionWeights(
    int lumaDenominator, int chromaDenominator, List<Weight> list0, List<Weight> list1) {

  /** Weights and offsets of one reference; zeros where the flag is off. */
  record Weight(
      boolean luma,
      int lumaWeight,
      int lumaOffset,
      boolean chroma,
      int cbWeight,
      int cbOffset,
      int crWeight,
      int crOffset) {
    static final Weight NEUTRAL = new Weight(false, 0, 0, false, 0, 0, 0, 0);
  }

  /** A table that changes no sample: denominators 2^0 and no explicit weights. */
  static PredictionWeights neutral(int active0, int active1) {
    return new PredictionWeights(
        0,
        0,
        Collections.nCopies(active0, Weight.NEUTRAL),
        Collections.nCopies(active1, Weight.NEUTRAL));
  }
}
