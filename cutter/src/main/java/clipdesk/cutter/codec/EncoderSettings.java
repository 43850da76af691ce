package clipdesk.cutter.codec;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;

import java.util.Map;

/**
 * What an encoder is told.
 *
 * @param encoder FFmpeg's name
 * @param options FFmpeg's options of that encoder
 * @param bitsPerSecond 0 where the quantiser is fixed
 */
public record EncoderSettings(
    String encoder,
    Map<String, String> options,
    long bitsPerSecond,
    boolean interlaced,
    int threads,
    Pace pace) {

  /** How fast frames come: what an encoder that aims at a bit rate has to know. */
  public record Pace(int ticksPerSecond, double framesPerSecond, int framesPerIdr) {
    /** At a constant quantiser neither ticks nor rate has an effect. */
    public static final Pace OF_AN_EDGE = new Pace(90_000, 25, 100_000);
  }

  static final long MIN_OPENH264_BITS_PER_SECOND = 8_000_000;

  /** {@code MaxBR} of level 5.2 (H.264, table A-1), beyond which openh264 refuses to start. */
  private static final long MAX_OPENH264_BITS_PER_SECOND = 240_000_000;

  /** Twice the master's: that encoder needs more for the same picture. */
  public static long openh264BitsPerSecond(long masterBitsPerSecond) {
    return Math.clamp(
        2 * masterBitsPerSecond, MIN_OPENH264_BITS_PER_SECOND, MAX_OPENH264_BITS_PER_SECOND);
  }

  /** Whether this build has an encoder of that name. */
  public static boolean isPresent(String encoder) {
    return avcodec_find_encoder_by_name(encoder) != null;
  }
}
