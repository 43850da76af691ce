package clipdesk.cutter.h264;

import clipdesk.cutter.h264.SliceHeader.PictureNumbers;

/** Decodes picture order counts of frames, types 0 and 2 (H.264, 8.2.1). */
final class PictureOrder {
  private final Sps sps;
  private int referenceMsb;
  private int referenceLsb;
  private int decoded;

  /**
   * @param firstLsb {@code pic_order_cnt_lsb} of the picture at which counting starts
   */
  PictureOrder(Sps sps, int firstLsb) {
    this.sps = sps;
    this.referenceLsb = firstLsb;
  }

  /** The count of the next picture: that of the field shown first. */
  int next(PictureNumbers numbers, boolean reference) {
    if (sps.pocType() != 0) {
      return 2 * decoded++;
    }
    int range = 1 << sps.pocLsbBits();
    int lsb = numbers.pocLsb();
    int msb = referenceMsb;
    if (lsb < referenceLsb && referenceLsb - lsb >= range / 2) {
      msb += range;
    } else if (lsb > referenceLsb && lsb - referenceLsb > range / 2) {
      msb -= range;
    }
    if (reference) {
      referenceMsb = msb;
      referenceLsb = lsb;
    }
    return msb + lsb + Math.min(0, numbers.deltaPocBottom());
  }
}
