package clipdesk.cutter.preview;

import clipdesk.cutter.codec.Pixels;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Brightness of a picture, one byte a pixel, row by row. */
record Luma(byte[] pixels) {
  private static final int LEVELS = 64;
  private static final int PIXELS_OF_A_LEVEL = 256 / LEVELS;

  /**
   * @param frame with 8 bits
   */
  static Luma of(AVFrame frame) {
    return new Luma(Pixels.of(frame, frame.width()));
  }

  /** How alike two pictures of one size are, in decibels; infinite for equal ones. */
  double psnr(Luma other) {
    return Pixels.psnr(pixels, other.pixels);
  }

  /** How far brightness lies from its mean: next to nothing for a picture of one colour. */
  double deviation() {
    double sum = 0;
    double squares = 0;
    for (byte pixel : pixels) {
      int level = pixel & 0xff;
      sum += level;
      squares += (double) level * level;
    }
    double mean = sum / pixels.length;
    return Math.sqrt(Math.max(0, squares / pixels.length - mean * mean));
  }

  /** Which share of the pixels has which brightness. */
  double[] histogram() {
    var shares = new double[LEVELS];
    for (byte pixel : pixels) {
      shares[(pixel & 0xff) / PIXELS_OF_A_LEVEL] += 1.0 / pixels.length;
    }
    return shares;
  }
}
