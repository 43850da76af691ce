package clipdesk.cutter.sound;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_FATAL;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber;
import org.bytedeco.javacv.FrameGrabber.SampleMode;

/** A file with one sound, such as {@link clipdesk.cutter.SoundCopy} writes, as it is decoded. */
final class DecodedSound {
  private DecodedSound() {}

  /** Gets what is heard, in the order of time. */
  interface Listener {
    void hear(Frame frame) throws IOException;
  }

  /**
   * @param mode floats, or as the decoder gives them
   * @throws UnsupportedMasterException if it cannot be decoded
   * @throws IOException only if the listener throws it
   */
  static void play(Path file, SampleMode mode, Listener listener) throws IOException {
    av_log_set_level(AV_LOG_FATAL);
    try (var grabber = new FFmpegFrameGrabber(file.toFile())) {
      grabber.setOption("format_whitelist", "mov");
      grabber.setOption("protocol_whitelist", "file");
      grabber.setSampleMode(mode);
      grabber.start();
      for (var frame = grabber.grabSamples(); frame != null; frame = grabber.grabSamples()) {
        listener.hear(frame);
      }
    } catch (FrameGrabber.Exception e) {
      throw undecodable(e);
    }
  }

  private static UnsupportedMasterException undecodable(Exception cause) {
    var refused =
        new UnsupportedMasterException(FallbackReason.SOUND_CODEC, "its sound cannot be decoded");
    refused.initCause(cause);
    return refused;
  }
}
