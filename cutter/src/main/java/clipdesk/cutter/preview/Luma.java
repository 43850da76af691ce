package clipdesk.cutter.preview;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/** Brightness of a picture, one byte a pixel, row by row. */
record Luma(byte[] pixels) {
  private static final int LEVELS = 64;
  private static final int PIXELS_OF_A_LEVEL = 256 / LEVELS;
  private static final double BRIGHTEST = 255;

  /**
   * @param frame with 8 bits
   */
  static Luma of(AVFrame frame) {
    var pixels = new byte[frame.width() * frame.height()];
    var plane = new BytePointer(frame.data(0));
    long start = plane.position();
    for (int row = 0; row < frame.height(); row++) {
      plane.position(start + (long) row * frame.linesize(0));
      plane.get(pixels, row * frame.width(), frame.width());
    }
    return new Luma(pixels);
  }

  /** How alike two pictures of one size are, in decibels; infinite for equal ones. */
  double psnr(Luma other) {
    long squares = 0;
    for (int i = 0; i < pixels.length; i++) {
      int difference = (pixels[i] & 0xff) - (other.pixels[i] & 0xff);
      squares += (long) difference * difference;
    }
    return squares == 0
        ? Double.POSITIVE_INFINITY
        : 10 * Math.log10(BRIGHTEST * BRIGHTEST * pixels.length / squares);
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
