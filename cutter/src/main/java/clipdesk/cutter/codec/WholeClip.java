package clipdesk.cutter.codec;

import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_INTERLACED;

import clipdesk.cutter.codec.EncoderSettings.Pace;
import java.util.Map;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * How the frames of a clip are encoded when all of them are.
 *
 * @param masterBitsPerSecond of the video, 0 if unknown
 */
public record WholeClip(long masterBitsPerSecond) implements PictureForm {
  private static final String X264 = "libx264";
  private static final String OPENH264 = "libopenh264";

  /** Enough for H.264 that nobody tells from the master; bits per pixel and frame. */
  private static final double BITS_PER_PIXEL = 0.25;

  /** openh264 spends more bits than the encoders of masters for the same picture. */
  private static final double MORE_BITS_THAN_MASTER = 2;

  private static final double PIXELS_OF_A_SECOND = 1920.0 * 1080 * 25;

  /**
   * Processor seconds for a second of 1080p25. Measured with H.264 at 25 Mb/s: 1.2 to 1.5 with
   * x264, 0.7 to 1.1 with openh264; the rest is for what decodes slower, HEVC and 10 bits.
   */
  private static final double X264_CPU_SECONDS = 2.6;

  private static final double OPENH264_CPU_SECONDS = 1.9;

  private static final int MAX_THREADS = 8;
  private static final int SECONDS_PER_IDR = 2;

  /** x264 where the build has it; the LGPL build has openh264. */
  public static String encoder() {
    return EncoderSettings.isPresent(X264) ? X264 : OPENH264;
  }

  /** As many as there are processors, within reason. */
  public static int threads() {
    return Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MAX_THREADS);
  }

  /** How many pixels are decoded and encoded while one processor works for a second. */
  public static double pixelsPerCpuSecond() {
    return PIXELS_OF_A_SECOND / (encoder().equals(X264) ? X264_CPU_SECONDS : OPENH264_CPU_SECONDS);
  }

  @Override
  public Shaper shaper(AVFrame first) {
    return new FrameShaper(encoder(), first);
  }

  @Override
  public EncoderSettings settings(AVFrame like, int ticksPerSecond, double framesPerSecond) {
    int framesPerIdr = (int) Math.ceil(SECONDS_PER_IDR * framesPerSecond);
    var pace = new Pace(ticksPerSecond, framesPerSecond, framesPerIdr);
    int threads = threads();
    if (encoder().equals(X264)) {
      // Field coding needs whole macroblock rows of both fields' chroma.
      boolean interlaced = (like.flags() & AV_FRAME_FLAG_INTERLACED) != 0 && like.height() % 4 == 0;
      var options = Map.of("preset", "veryfast", "crf", "10", "bf", "0");
      return new EncoderSettings(X264, options, 0, interlaced, threads, pace);
    }
    double pixelsPerSecond = (double) like.width() * like.height() * framesPerSecond;
    double bits =
        Math.max(masterBitsPerSecond * MORE_BITS_THAN_MASTER, pixelsPerSecond * BITS_PER_PIXEL);
    bits = Math.max(bits, EncoderSettings.MIN_OPENH264_BITS_PER_SECOND);
    var options = Map.of("allow_skip_frames", "0");
    return new EncoderSettings(OPENH264, options, (long) bits, false, threads, pace);
  }
}
