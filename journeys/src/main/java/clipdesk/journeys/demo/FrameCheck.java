package clipdesk.journeys.demo;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_ERROR;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber;

/**
 * Compares a clip with its master, every frame with the one it must be and with both neighbours of
 * that one: a clip that is one frame off looks much like the right one.
 *
 * @param frames frames of the clip
 * @param identical frames whose every pixel is the master's
 * @param worstDecibels lowest PSNR of the others (luma), infinite if there are none
 */
public record FrameCheck(long frames, long identical, double worstDecibels) {
  private static final double ENOUGH_DECIBELS = 35;

  /**
   * @throws AssertionError if a frame is missing, too many, another one, or too unlike
   */
  public static FrameCheck of(Path clip, Path master, long in, long out) {
    return of(clip, master, in, out, Progress.UNHEARD);
  }

  /** Tells how many of the master's frames up to the out-point it has read. */
  static FrameCheck of(Path clip, Path master, long in, long out, Progress progress) {
    av_log_set_level(AV_LOG_ERROR);
    try (var cut = opened(clip);
        var whole = opened(master)) {
      for (long skipped = 0; skipped < in - 1; skipped++) {
        whole.grabImage();
        progress.at(skipped + 1, out);
      }
      return compare(cut, whole, in, out, progress);
    } catch (FrameGrabber.Exception e) {
      throw new AssertionError("Cannot decode " + clip, e);
    }
  }

  private static FrameCheck compare(
      FFmpegFrameGrabber cut, FFmpegFrameGrabber whole, long in, long out, Progress progress)
      throws FrameGrabber.Exception {
    byte[] before = in > 0 ? pixels(whole.grabImage()) : new byte[0];
    byte[] wanted = pixels(whole.grabImage());
    long identical = 0;
    double worst = Double.POSITIVE_INFINITY;
    for (long frame = in; frame < out; frame++) {
      byte[] after = pixels(whole.grabImage());
      byte[] actual = pixels(cut.grabImage());
      if (actual.length != wanted.length) {
        throw new AssertionError("Frame %d is missing or has another size".formatted(frame));
      }
      double decibels = decibels(actual, wanted);
      refuseAnother(frame, actual, decibels, before, after);
      if (decibels == Double.POSITIVE_INFINITY) {
        identical++;
      } else {
        worst = Math.min(worst, decibels);
      }
      before = wanted;
      wanted = after;
      progress.at(frame + 1, out);
    }
    if (cut.grabImage() != null) {
      throw new AssertionError("The clip goes on after frame " + (out - 1));
    }
    return new FrameCheck(out - in, identical, worst);
  }

  private static void refuseAnother(
      long frame, byte[] actual, double decibels, byte[] before, byte[] after) {
    if (decibels < ENOUGH_DECIBELS) {
      throw new AssertionError(
          "Frame %d is unlike the master's: %.1f dB".formatted(frame, decibels));
    }
    for (byte[] neighbour : new byte[][] {before, after}) {
      if (neighbour.length == actual.length && decibels(actual, neighbour) > decibels) {
        throw new AssertionError("Frame %d is a neighbour of the right one".formatted(frame));
      }
    }
  }

  private static FFmpegFrameGrabber opened(Path file) throws FrameGrabber.Exception {
    var grabber = new FFmpegFrameGrabber(file.toFile());
    grabber.setImageMode(FrameGrabber.ImageMode.GRAY);
    grabber.start();
    return grabber;
  }

  private static byte[] pixels(Frame frame) {
    if (frame == null) {
      return new byte[0];
    }
    var image = (ByteBuffer) frame.image[0];
    byte[] pixels = new byte[frame.imageWidth * frame.imageHeight];
    for (int row = 0; row < frame.imageHeight; row++) {
      image.get(row * frame.imageStride, pixels, row * frame.imageWidth, frame.imageWidth);
    }
    return pixels;
  }

  private static double decibels(byte[] a, byte[] b) {
    long squares = 0;
    for (int i = 0; i < a.length; i++) {
      int difference = (a[i] & 0xff) - (b[i] & 0xff);
      squares += (long) difference * difference;
    }
    return squares == 0
        ? Double.POSITIVE_INFINITY
        : 10 * Math.log10(255.0 * 255.0 * a.length / squares);
  }
}
