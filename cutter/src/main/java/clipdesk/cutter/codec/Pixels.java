package clipdesk.cutter.codec;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/** Bytes of pictures. */
public final class Pixels {
  private static final double BRIGHTEST = 255;

  private Pixels() {}

  /**
   * The first plane of a picture, row by row, without what fills its lines.
   *
   * @param frame with 8 bits
   * @param rowBytes of a row
   */
  public static byte[] of(AVFrame frame, int rowBytes) {
    var pixels = new byte[rowBytes * frame.height()];
    var plane = new BytePointer(frame.data(0));
    long start = plane.position();
    for (int row = 0; row < frame.height(); row++) {
      plane.position(start + (long) row * frame.linesize(0));
      plane.get(pixels, row * rowBytes, rowBytes);
    }
    return pixels;
  }

  /** How alike two pictures of one size are, in decibels; infinite for equal ones. */
  public static double psnr(byte[] one, byte[] other) {
    long squares = 0;
    for (int i = 0; i < one.length; i++) {
      int difference = (one[i] & 0xff) - (other[i] & 0xff);
      squares += (long) difference * difference;
    }
    return squares == 0
        ? Double.POSITIVE_INFINITY
        : 10 * Math.log10(BRIGHTEST * BRIGHTEST * one.length / squares);
  }
}
